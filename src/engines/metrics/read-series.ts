import { parseStatistic, type Statistic } from '#lib/metric/statistic.ts'
import { invariant } from '#lib/invariant.ts'
import type { MetricIdentity, MetricQuery } from '#lib/metric/metric.ts'
import type { Millis, TimeRange } from '#lib/time.ts'
import type { MetricStore } from '#stores/metric-store.ts'
import { gridOf, unitsIn, visitPeriods } from './periods.ts'
import { needsBins, statisticOf } from './statistic.ts'

/** Datapoints, oldest first; a period without one is not there. */
export type Series = {
  readonly timestamps: readonly Millis[]
  readonly values: readonly number[]
  readonly sampleCounts: readonly number[]
  /** Of the datapoints. */
  readonly unit: string
  /** All units that the metric has data of in the range; more than one where the reader named none. */
  readonly units: readonly string[]
}

/** One period of one unit; a value for each statistic asked for, nothing where it has none. */
export type Datapoint = { readonly timestamp: Millis; readonly unit: string; readonly values: readonly (number | undefined)[] }

/** What GetMetricData reads: one unit's datapoints, of several the alphabetically first. */
export function readSeries(store: MetricStore, query: MetricQuery, range: TimeRange, now: Millis): Series {
  const statistic = knownStatistic(query.statistic)
  const metric = store.find(query)
  const grid = gridOf(range, query.period, now)
  const units = metric === undefined || grid === undefined ? [] : query.unit === undefined ? unitsIn(metric, grid) : [query.unit]
  const unit = units[0] ?? query.unit ?? metric?.units[0] ?? 'None'
  const series = { timestamps: [] as Millis[], values: [] as number[], sampleCounts: [] as number[], unit, units }
  if (metric === undefined || grid === undefined) return series
  visitPeriods(metric.ofUnit(unit) ?? {}, grid, needsBins(statistic), (timestamp, period) => {
    const value = statisticOf(statistic, period)
    if (value === undefined) return
    series.timestamps.push(timestamp)
    series.values.push(value)
    series.sampleCounts.push(period.count)
  })
  return series
}

export type DatapointQuery = {
  readonly metric: MetricIdentity
  readonly statistics: readonly string[]
  readonly period: number
  readonly unit: string | undefined
  readonly range: TimeRange
}

/** What GetMetricStatistics reads: each unit's datapoints, in order of time and then of unit. */
export function readDatapoints(store: MetricStore, query: DatapointQuery, now: Millis): readonly Datapoint[] {
  const metric = store.find(query.metric)
  const grid = gridOf(query.range, query.period, now)
  if (metric === undefined || grid === undefined) return []
  const statistics = query.statistics.map(knownStatistic)
  const datapoints: Datapoint[] = []
  for (const unit of query.unit === undefined ? unitsIn(metric, grid) : [query.unit]) {
    visitPeriods(metric.ofUnit(unit) ?? {}, grid, statistics.some(needsBins), (timestamp, period) => {
      const values = statistics.map((statistic) => statisticOf(statistic, period))
      if (values.some((value) => value !== undefined)) datapoints.push({ timestamp, unit, values })
    })
  }
  return datapoints.sort((left, right) => left.timestamp - right.timestamp)
}

export function knownStatistic(text: string): Statistic {
  const statistic = parseStatistic(text)
  invariant(statistic !== undefined, `cannot read "${text}": it is no statistic`)
  return statistic
}
