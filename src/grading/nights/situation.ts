import type { MetricAlarm } from '#lib/alarm/alarm.ts'
import type { Bench } from '../bench.ts'
import type { Situation } from '../feedback/situation.ts'
import { problemsOf } from '../kinds/alarm.ts'
import type { Condition } from '../marking.ts'
import type { NightReport } from '../verdict.ts'
import { scoreNights } from './score.ts'
import { alarmMarking, completeAlarm, tryNights } from './try-nights.ts'
import { foundWords, times } from './words.ts'

/** How an alarm stands on the nights shown. */
export async function nightsSituation(bench: Bench, alarm: MetricAlarm): Promise<Situation> {
  if (problemsOf(completeAlarm(alarm, alarmMarking(bench))).length > 0) return { holds: (condition) => condition === 'is refused' }
  const { reports } = await tryNights(bench, alarm, 0)
  const { caught, incidents, falsePages } = scoreNights(reports)
  const pages = falsePages === 0 ? 'never pages' : `pages ${times(falsePages)}`
  const says = `On the nights you see, your alarm ${foundWords(caught, incidents, 'finds')} and ${pages} for nothing.`
  return { holds: (condition) => holds(condition, reports), says }
}

function holds(condition: Condition, reports: readonly NightReport[]): boolean {
  const outcomes = reports.flatMap((night) => night.incidents.map(({ outcome }) => outcome))
  switch (condition) {
    case 'never pages':
      return reports.every((night) => night.pages.length === 0)
    case 'misses one':
      return outcomes.includes('missed')
    case 'pages late':
      return outcomes.includes('late')
    case 'pages for nothing':
      return reports.some((night) => night.falsePages > 0)
    default:
      return false
  }
}
