import type { MetricAlarm } from '#lib/alarm/alarm.ts'
import { isBreaching } from '#lib/alarm/is-breaching.ts'
import { dimensionsOf } from '#lib/metric/dimensions.ts'
import { SECOND, type Millis } from '#lib/time.ts'
import type { Bench } from '../bench.ts'
import type { Night } from '../exercise.ts'
import { count } from '../results/explain.ts'
import type { IncidentReport, NightReport } from '../verdict.ts'
import { clockText, lengthText } from './hidden-nights.ts'
import { alarmMarking, type Tried } from './try-nights.ts'
import { askedFor, isOff } from './words.ts'

type Kind = 'false page' | 'late' | 'no datapoint' | 'out of reach' | 'too few' | 'not judged'

/** Why the first night that went wrong did: two alarms of one kind of reason made one mistake. */
export type Why = { readonly kind: Kind; readonly says: string }

/** What an alarm looked at when it paged, or what it would have had to see. */
export async function whyOf(bench: Bench, alarm: MetricAlarm, { nights, reports }: Tried): Promise<Why | undefined> {
  const at = reports.findIndex(isOff)
  const [night, report] = [nights[at], reports[at]]
  if (night === undefined || report === undefined) return undefined
  const on = `On "${report.title}"${report.isHidden ? ', as it goes on another night,' : ''}`
  const why = await whyOff({ bench, alarm, night }, report)
  return why && { ...why, says: `${on} ${why.says}` }
}

type Case = { readonly bench: Bench; readonly alarm: MetricAlarm; readonly night: Night }

async function whyOff(at: Case, report: NightReport): Promise<Why | undefined> {
  const page = report.pages.find(({ counts }) => counts === 'false')
  if (page !== undefined) {
    const { says } = await at.bench.laboratory.explainAlarm(at.alarm, at.night.world, page.at, 'OK')
    return { kind: 'false page', says: `it paged at ${clockText(page.at)} UTC for nothing. ${says.join(' ')}` }
  }
  const incident = report.incidents.find(({ outcome }) => outcome !== 'caught')
  if (incident === undefined) return undefined
  if (incident.delay === undefined) return whyMissed(at, incident)
  return {
    kind: 'late',
    says: `it paged ${lengthText(incident.delay)} after the trouble began: ${await whyLate(at, incident.start)}`,
  }
}

async function whyLate({ bench, alarm, night }: Case, start: Millis): Promise<string> {
  const { delay } = alarmMarking(bench)
  const length = alarm.EvaluationPeriods * (alarm.Period ?? 0) * SECOND
  if (length > delay)
    return `you ask for ${askedFor(alarm)}${alarm.EvaluationPeriods === 1 ? '' : `, ${lengthText(length)} together`}, and ${lengthText(delay)} are allowed.`
  const during = await valuesOf({ bench, alarm, night }, start, start + delay)
  return `in the ${lengthText(delay)} allowed ${crossed(alarm, during)}, and you ask for ${askedFor(alarm)}.`
}

/** What the metric did while nothing paged. */
async function whyMissed(at: Case, { start, end }: IncidentReport): Promise<Why> {
  const { alarm, night, bench } = at
  const during = await valuesOf(at, start, end)
  const from = `between ${clockText(start)} and ${clockText(end)} UTC`
  if (during.length === 0) {
    const { says } = await bench.laboratory.explainAlarm(alarm, night.world, end, 'OK')
    return { kind: 'no datapoint', says: `it paged at no time ${from}. ${says.join(' ')}` }
  }
  if (during.every((value) => !breaches(value, alarm))) {
    const { MetricName = '', Threshold = 0, Statistic, ExtendedStatistic } = alarm
    const [furthest, verb] = isUpwards(alarm) ? [Math.max(...during), 'rose to'] : [Math.min(...during), 'fell to']
    return {
      kind: 'out of reach',
      says: `${Statistic ?? ExtendedStatistic ?? 'Average'} of ${MetricName} ${verb} ${plain(furthest)} ${from}, and the threshold stands at ${plain(Threshold)}.`,
    }
  }
  const middle = await bench.laboratory.explainAlarm(alarm, night.world, (start + end) / 2, 'OK')
  if (middle.rule === 'too few samples') return { kind: 'not judged', says: `it paged at no time ${from}. ${middle.says.join(' ')}` }
  return { kind: 'too few', says: `${crossed(alarm, during)} ${from}, and you ask for ${askedFor(alarm)}.` }
}

const crossed = (alarm: MetricAlarm, during: readonly number[]): string =>
  `${during.filter((value) => breaches(value, alarm)).length} of ${count(during.length, 'datapoint')} crossed the threshold of ${plain(alarm.Threshold ?? 0)}`

async function valuesOf({ bench, alarm, night }: Case, start: Millis, end: Millis): Promise<readonly number[]> {
  const { Namespace: namespace = '', MetricName: metricName = '', Period: period = 60, Unit: unit } = alarm
  const statistic = alarm.Statistic ?? alarm.ExtendedStatistic ?? 'Average'
  const query = { namespace, metricName, dimensions: dimensionsOf(alarm.Dimensions), statistic, period, ...(unit && { unit }) }
  const [series] = await bench.laboratory.series([query], night.world)
  return (series?.points ?? []).filter(({ x }) => x >= start && x < end).map(({ y }) => y)
}

const isUpwards = ({ ComparisonOperator }: MetricAlarm): boolean => ComparisonOperator.startsWith('Greater')

const breaches = (value: number, { Threshold = 0, ComparisonOperator }: MetricAlarm): boolean =>
  // an exercise's alarm has one threshold: no band
  isBreaching(ComparisonOperator, value, Threshold, Number.NaN, Number.NaN)

/** A value as a sentence says it. */
export const plain = (value: number): string => String(Math.abs(value) >= 1000 ? Math.round(value) : Number(value.toPrecision(4)))
