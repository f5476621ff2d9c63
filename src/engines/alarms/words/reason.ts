import {
  bandOperators,
  datapointsToAlarm,
  missingDataTreatment,
  type AlarmState,
  type ComparisonOperator,
  type MetricAlarm,
} from '#lib/alarm/alarm.ts'
import { javaDouble } from '#lib/text/java-double.ts'
import type { Millis } from '#lib/time.ts'
import { isBreaching } from '#lib/alarm/is-breaching.ts'

export type Datapoint = {
  readonly start: Millis
  readonly value: number | null
  readonly sampleCount?: number
  readonly band?: { readonly lower: number; readonly upper: number }
}

/** What an evaluation counted: datapoints newest first, and how many missing ones stood in as breaching or not. */
export type Counted = { readonly datapoints: readonly Datapoint[]; readonly fills: number }

export const INITIAL_REASON = 'Unchecked: Initial alarm creation'

/** AWS names the datapoints one by one up to four. */
const MOST_LISTED = 4
const NEWEST_LISTED = 5

/** Why a metric alarm went into a state, as AWS words it. */
export function stateReason(alarm: MetricAlarm, to: AlarmState, { datapoints, fills }: Counted): string {
  if (to === 'INSUFFICIENT_DATA') return `Insufficient Data: ${amount(alarm.EvaluationPeriods)} ${were(alarm.EvaluationPeriods)} unknown.`
  const reported = reportedSide(alarm, to, datapoints)
  const filled = fills === 0 ? '' : ` and ${fills} missing ${datapointWord(fills)} ${were(fills)} treated as [${fillWord(alarm)}]`
  const head = bandOperators.includes(alarm.ComparisonOperator) ? 'Thresholds Crossed' : 'Threshold Crossed'
  if (reported.length === 0) return `${head}: ${received(alarm, datapoints.length)}${filled}.`
  return `${head}: ${crossing(alarm, to, reported)}${filled}${transition(alarm, to)}.`
}

/** The datapoints a state rests on: the breaching ones of ALARM, the others of OK. */
export const reportedSide = (alarm: MetricAlarm, to: AlarmState, datapoints: readonly Datapoint[]): readonly Datapoint[] =>
  datapoints.filter((datapoint) => breaches(alarm, datapoint) === (to === 'ALARM'))

const breaches = ({ ComparisonOperator, Threshold = Number.NaN }: MetricAlarm, { value, band }: Datapoint): boolean =>
  isBreaching(ComparisonOperator, value ?? Number.NaN, Threshold, band?.lower ?? Number.NaN, band?.upper ?? Number.NaN)

/** How many datapoints must be of the reported side: M for ALARM, for OK as many as leave fewer than M. */
export const leastFor = (alarm: MetricAlarm, to: AlarmState): number =>
  to === 'OK' ? alarm.EvaluationPeriods - datapointsToAlarm(alarm) + 1 : datapointsToAlarm(alarm)

function received(alarm: MetricAlarm, real: number): string {
  const periods = `${alarm.EvaluationPeriods} ${alarm.EvaluationPeriods === 1 ? 'period' : 'periods'}`
  if (real === 0) return `no datapoints were received for ${periods}`
  return `${amount(real)} ${real === 1 ? 'was' : 'were'} received for ${periods}`
}

function crossing(alarm: MetricAlarm, to: AlarmState, reported: readonly Datapoint[]): string {
  const count = alarm.DatapointsToAlarm === undefined ? amount(reported.length) : outOfLast(reported.length, alarm.EvaluationPeriods)
  const verb = `${were(reported.length)}${to === 'OK' ? ' not' : ''}`
  if (reported.length <= MOST_LISTED) return `${count} ${list(reported)} ${verb} ${condition(alarm, to, reported)}`
  const newest = list(reported.slice(0, NEWEST_LISTED))
  return `${count} ${verb} ${condition(alarm, to, reported)}. The most recent datapoints which crossed the threshold: ${newest}`
}

const outOfLast = (count: number, n: number): string => `${count} out of the last ${n} datapoints`

const operatorWords: Readonly<Partial<Record<ComparisonOperator, string>>> = {
  GreaterThanThreshold: 'greater than',
  GreaterThanOrEqualToThreshold: 'greater than or equal to',
  LessThanThreshold: 'less than',
  LessThanOrEqualToThreshold: 'less than or equal to',
}

function condition(alarm: MetricAlarm, to: AlarmState, reported: readonly Datapoint[]): string {
  const { ComparisonOperator: operator, Threshold = Number.NaN } = alarm
  const listed = reported.length <= MOST_LISTED ? reported : reported.slice(0, NEWEST_LISTED)
  const edges = (edge: 'lower' | 'upper'): string => `[${listed.map(({ band }) => javaDouble(band?.[edge] ?? Number.NaN)).join(', ')}]`
  const below = `less than the lower thresholds ${edges('lower')}`
  const above = `greater than the upper thresholds ${edges('upper')}`
  switch (operator) {
    case 'LessThanLowerOrGreaterThanUpperThreshold':
      return `${below} or ${to === 'OK' ? 'not ' : ''}${above}`
    case 'LessThanLowerThreshold':
      return below
    case 'GreaterThanUpperThreshold':
      return above
    default:
      return `${operatorWords[operator] ?? operator} the threshold (${javaDouble(Threshold)})`
  }
}

/** Only where the alarm says how many datapoints it needs. From INSUFFICIENT_DATA AWS names the other state all the same. */
function transition(alarm: MetricAlarm, to: AlarmState): string {
  if (alarm.DatapointsToAlarm === undefined) return ''
  return ` (minimum ${amount(leastFor(alarm, to))} for ${to === 'ALARM' ? 'OK -> ALARM' : 'ALARM -> OK'} transition)`
}

const fillWord = (alarm: MetricAlarm): string => (missingDataTreatment(alarm) === 'breaching' ? 'Breaching' : 'NonBreaching')

const datapointWord = (count: number): string => (count === 1 ? 'datapoint' : 'datapoints')
const amount = (count: number): string => `${count} ${datapointWord(count)}`
const were = (count: number): string => (count === 1 ? 'was' : 'were')

/** `0.0 (08/03/24 13:56:00)`, UTC. */
const list = (datapoints: readonly Datapoint[]): string =>
  `[${datapoints.map(({ value, start }) => `${javaDouble(value ?? Number.NaN)} (${dayAndTime(start)})`).join(', ')}]`

function dayAndTime(at: Millis): string {
  const date = new Date(at)
  const day = [date.getUTCDate(), date.getUTCMonth() + 1, date.getUTCFullYear() % 100].map(twoDigits).join('/')
  return `${day} ${[date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].map(twoDigits).join(':')}`
}

const twoDigits = (number: number): string => (number < 10 ? `0${number}` : String(number))
