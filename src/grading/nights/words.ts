import type { MetricAlarm } from '#lib/alarm/alarm.ts'
import type { Millis } from '#lib/time.ts'
import { count, grouped } from '../results/explain.ts'
import type { Figures } from '../results/fill.ts'
import type { NightReport, NightsScore } from '../verdict.ts'
import { clockText, lengthText } from './hidden-nights.ts'

/** `Close: it finds everything, and pages 3 times for nothing`. */
export function titleOf(score: NightsScore, late: number): string {
  const { caught, incidents, falsePages } = score
  if (caught + late + falsePages === 0) return 'Not yet: it never pages'
  const nothing = `pages ${times(falsePages)} for nothing`
  if (caught === incidents) return `Close: it ${incidents === 0 ? 'has nothing to find' : 'finds everything in time'}, and ${nothing}`
  const found =
    late > 0 && late === incidents - caught ? 'comes too late' : `misses ${grouped(incidents - caught)} of ${count(incidents, 'incident')}`
  return falsePages === 0
    ? `${caught + late === 0 ? 'Not yet' : 'Close'}: it never pages for nothing, and ${found}`
    : `Not yet: it ${found}, and ${nothing}`
}

export const times = (number: number): string => (number === 1 ? 'once' : number === 2 ? 'twice' : `${grouped(number)} times`)

/** What is right already: what was found in time, and where nobody was woken. */
export function rightSentences(nights: readonly NightReport[], allowed: Millis): readonly string[] {
  const found = nights.flatMap(({ title, incidents }) =>
    incidents.flatMap(({ outcome, delay }) => (outcome === 'caught' && delay !== undefined ? [{ title, delay }] : [])),
  )
  const quiet = nights.filter((night) => night.falsePages === 0)
  const [first] = found
  return [
    ...(first === undefined
      ? []
      : [
          found.length === 1
            ? `It found the trouble of "${first.title}" ${lengthText(first.delay)} after it began; ${lengthText(allowed)} were allowed.`
            : `It found ${found.length} incidents in time, "${first.title}" ${lengthText(first.delay)} after it began.`,
        ]),
    ...(quiet.length === 0 ? [] : [quietSentence(quiet, nights.length)]),
  ]
}

const quietSentence = (quiet: readonly NightReport[], all: number): string =>
  quiet.length === all
    ? 'It woke nobody for nothing on the nights you see.'
    : `It woke nobody for nothing on ${listed(quiet.map(({ title }) => `"${title}"`))}.`

/** `a, b and c`. */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

/** `finds 3 of 6 incidents in time`. */
export function foundWords(caught: number, incidents: number, verb: 'finds' | 'found'): string {
  if (incidents === 0) return `${verb} nothing, as there is nothing to find`
  if (caught === 0) return `${verb} no incident in time`
  if (caught < incidents) return `${verb} ${grouped(caught)} of ${count(incidents, 'incident')} in time`
  return incidents === 1 ? `${verb} the incident in time` : `${verb} all ${count(incidents, 'incident')} in time`
}

/** The numbers said back: yours, then ours. */
export function scoreSentence(nights: number, yours: NightsScore, ours: NightsScore): string {
  const pages = yours.falsePages === 0 ? 'never paged for nothing' : `paged ${times(yours.falsePages)} for nothing`
  const found = foundWords(yours.caught, yours.incidents, 'found')
  const median = yours.medianDelay === undefined ? '' : `, after ${lengthText(yours.medianDelay)} in the median`
  const reference = `It can be done with ${ours.falsePages === 0 ? 'no false page' : count(ours.falsePages, 'false page')} and ${ours.caught} found${ours.medianDelay === undefined ? '' : `, after ${lengthText(ours.medianDelay)}`}.`
  if (yours.incidents === 0) return `In ${count(nights, 'night')} your alarm ${pages}.`
  return `In ${count(nights, 'night')} your alarm ${pages} and ${found}${median}. ${reference}`
}

/** Figures of an author's words. */
export function nightFigures(reports: readonly NightReport[], yours: NightsScore, ours: NightsScore, isHere: boolean): Figures {
  const wrong = reports.find((night) => night.isHidden !== isHere && isOff(night))
  const page = wrong?.pages.find(({ counts }) => counts === 'false')
  return {
    where: isHere ? 'Here' : 'On a night you have not seen',
    texts: {
      night: wrong?.title ?? '',
      page: page === undefined ? 'no time' : clockText(page.at),
      nights: grouped(reports.length),
      incidents: grouped(yours.incidents),
      'false.yours': grouped(yours.falsePages),
      'caught.yours': grouped(yours.caught),
      'delay.yours': yours.medianDelay === undefined ? 'never' : lengthText(yours.medianDelay),
      'delay.expected': ours.medianDelay === undefined ? 'never' : lengthText(ours.medianDelay),
    },
    blocks: {},
  }
}

export const isOff = (night: NightReport): boolean =>
  night.falsePages > 0 || night.incidents.some((incident) => incident.outcome !== 'caught')

/** `3 of 3 periods of 1 min`. */
export function askedFor({ EvaluationPeriods, DatapointsToAlarm = EvaluationPeriods, Period = 60 }: MetricAlarm): string {
  const periods = `period${EvaluationPeriods === 1 ? '' : 's'} of ${lengthText(Period * 1000)}`
  return `${DatapointsToAlarm} of ${EvaluationPeriods} ${periods}`
}
