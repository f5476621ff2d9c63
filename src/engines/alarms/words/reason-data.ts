import { bandOperators, periodOf, type AlarmState, type MetricAlarm } from '#lib/alarm/alarm.ts'
import { javaDouble } from '#lib/text/java-double.ts'
import type { Millis } from '#lib/time.ts'
import { leastFor, reportedSide, type Counted, type Datapoint } from './reason.ts'

type Evaluated = Counted & {
  /** The starts of the slots without a datapoint, newest first. */
  readonly empty: readonly Millis[]
  readonly at: Millis
}

/** StateReasonData: JSON with AWS's keys in AWS's order, its numbers printed as Java does. */
export function stateReasonData(alarm: MetricAlarm, to: AlarmState, evaluated: Evaluated): string {
  const { datapoints, at } = evaluated
  const oldest = datapoints.at(-1)
  const statistic = alarm.Metrics === undefined ? (alarm.Statistic ?? alarm.ExtendedStatistic) : undefined
  const recent = withGaps(datapoints, evaluated.empty)
  return object([
    ['version', '"1.0"'],
    ['queryDate', time(at)],
    ['startDate', oldest && time(oldest.start)],
    ['unit', alarm.Unit && JSON.stringify(alarm.Unit)],
    ['statistic', statistic && JSON.stringify(statistic)],
    ['period', String(periodOf(alarm))],
    ['recentDatapoints', numbers(recent.map((datapoint) => datapoint?.value))],
    ...thresholds(alarm, recent),
    ['evaluatedDatapoints', `[${decisive(alarm, to, evaluated).join(',')}]`],
  ])
}

type Member = readonly [key: string, json: string | undefined]

const object = (members: readonly Member[]): string =>
  `{${members
    .filter(([, json]) => json !== undefined)
    .map(([key, json]) => `${JSON.stringify(key)}:${json}`)
    .join(',')}}`

const time = (at: Millis): string => `"${new Date(at).toISOString().replace('Z', '+0000')}"`

const numbers = (values: readonly (number | null | undefined)[]): string =>
  `[${values.map((value) => (value === null || value === undefined || Number.isNaN(value) ? 'null' : javaDouble(value))).join(',')}]`

/** Oldest first, with nothing where a slot between two datapoints is empty. */
function withGaps(datapoints: readonly Datapoint[], empty: readonly Millis[]): readonly (Datapoint | undefined)[] {
  const first = datapoints.at(-1)?.start ?? 0
  const last = datapoints[0]?.start ?? 0
  const gaps = empty.filter((start) => start > first && start < last).map((start) => ({ start, datapoint: undefined }))
  const row = [...datapoints.map((datapoint) => ({ start: datapoint.start, datapoint })), ...gaps]
  return row.sort((left, right) => left.start - right.start).map(({ datapoint }) => datapoint)
}

function thresholds(alarm: MetricAlarm, recent: readonly (Datapoint | undefined)[]): readonly Member[] {
  if (!bandOperators.includes(alarm.ComparisonOperator)) return [['threshold', javaDouble(alarm.Threshold ?? Number.NaN)]]
  return [
    ['recentLowerThresholds', numbers(recent.map((datapoint) => datapoint?.band?.lower))],
    ['recentUpperThresholds', numbers(recent.map((datapoint) => datapoint?.band?.upper))],
  ]
}

/** Newest first: the datapoints of the reported side, filled up to the least number with the newest empty slots. */
function decisive(alarm: MetricAlarm, to: AlarmState, { datapoints, empty }: Evaluated): readonly string[] {
  const reported = to === 'INSUFFICIENT_DATA' ? [] : reportedSide(alarm, to, datapoints)
  const fills = empty.slice(0, Math.max(0, leastFor(alarm, to) - reported.length))
  const entries = [
    ...reported.map((datapoint) => ({ start: datapoint.start, json: entry(alarm, datapoint) })),
    ...fills.map((start) => ({ start, json: object([['timestamp', time(start)]]) })),
  ]
  return entries.sort((left, right) => right.start - left.start).map(({ json }) => json)
}

const entry = (alarm: MetricAlarm, { start, value, sampleCount }: Datapoint): string =>
  object([
    ['timestamp', time(start)],
    ['sampleCount', alarm.Metrics === undefined && sampleCount !== undefined ? javaDouble(sampleCount) : undefined],
    ['value', javaDouble(value ?? Number.NaN)],
  ])
