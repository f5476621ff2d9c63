import { readAlarmWindows, type ReadWindows } from '#engines/alarms/index.ts'
import { comparisonOperators, metricOf, missingDataTreatments, type MetricAlarm } from '#lib/alarm/alarm.ts'
import type { MetricQuery } from '#lib/metric/metric.ts'
import type { Random } from '#lib/random.ts'
import { HOUR, SECOND, type Millis } from '#lib/time.ts'

/** A datapoint a step, or none. */
export type GappySeries = { readonly start: Millis; readonly step: Millis; readonly values: readonly (number | null)[] }

export const START = Date.UTC(2024, 2, 30, 22)
const LENGTH = 5 * HOUR

/** Values 0 to 9 with gaps of any length. */
export function randomSeries(random: Random, step: Millis): GappySeries {
  const values: (number | null)[] = []
  while (values.length < LENGTH / step) {
    const length = 1 + random.below(8)
    const isGap = random.next() < 0.4
    for (let at = 0; at < length; at++) values.push(isGap ? null : random.below(10))
  }
  return { start: START, step, values }
}

export function randomAlarm(random: Random): MetricAlarm {
  const Period = random.pick([10, 20, 30, 60, 60, 120, 300])
  const EvaluationPeriods = 1 + random.below(6)
  const isWallClock = (Period === 60 || Period === 300) && random.next() < 0.2
  return {
    Namespace: 'Shop',
    MetricName: 'Duration',
    ExtendedStatistic: 'p90',
    Period,
    EvaluationPeriods,
    DatapointsToAlarm: random.next() < 0.3 ? undefined : 1 + random.below(EvaluationPeriods),
    Threshold: random.below(10),
    ComparisonOperator: random.pick(comparisonOperators.slice(0, 4)),
    TreatMissingData: random.next() < 0.1 ? undefined : random.pick(missingDataTreatments),
    EvaluateLowSampleCountPercentile: random.next() < 0.2 ? 'ignore' : undefined,
    ...(isWallClock && { EvaluationWindow: { WallClockWindow: { Timezone: random.pick(['UTC', 'Europe/London', '+05:30']) } } }),
    ...(random.next() < 0.2 && {
      WarmUpConfiguration: {
        WarmUpPeriodDurationInMinutes: 1 + random.below(60),
        OnlyStartEvaluatingAfterWarmUpPeriodEnds: random.next() < 0.5,
      },
    }),
  }
}

/** Reads only what was there by `known`: the greatest value of a window, and 30 samples for each datapoint. */
export const readerOf =
  ({ start, step, values }: GappySeries, known = Number.POSITIVE_INFINITY): ReadWindows =>
  (query, range) => {
    const ends: Millis[] = []
    for (let end = range.start; end <= range.end; end += range.step) ends.push(end)
    const inside = ends.map((end) =>
      values.filter((value, at): value is number => {
        const moment = start + at * step
        return value !== null && moment < known && moment >= end - query.period * SECOND && moment < end
      }),
    )
    return {
      ends,
      values: Float64Array.from(inside, (found) => (found.length === 0 ? Number.NaN : Math.max(...found))),
      sampleCounts: Float64Array.from(inside, (found) => found.length * 30),
    }
  }

export function queryOf(alarm: MetricAlarm): MetricQuery {
  const query = metricOf(alarm)
  if (query === undefined) throw new Error('cannot read an alarm on no metric')
  return query
}

export const windowsOf = (alarm: MetricAlarm, series: GappySeries, range: { start: Millis; end: Millis }) =>
  readAlarmWindows(alarm, queryOf(alarm), range, readerOf(series))
