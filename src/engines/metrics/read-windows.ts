import type { MetricQuery } from '#lib/metric/metric.ts'
import { SECOND, type Millis } from '#lib/time.ts'
import type { BucketColumns, MetricStore, Summary } from '#stores/metric-store.ts'
import { columnsFor, summaryOfWindow } from './periods.ts'
import { knownStatistic } from './read-series.ts'
import { needsBins, statisticOf } from './statistic.ts'

/** `end` inclusive: the ends of the windows are start, start + step, ... end. */
export type WindowRange = { readonly start: Millis; readonly end: Millis; readonly step: Millis }

export type Windows = {
  readonly ends: readonly Millis[]
  /** NaN where a window has no datapoint. */
  readonly values: Float64Array
  readonly sampleCounts: Float64Array
}

/** A statistic over the period that ends at each moment, wherever AWS would lay its periods: what alarms look at. */
export function readWindows(store: MetricStore, query: MetricQuery, range: WindowRange): Windows {
  const statistic = knownStatistic(query.statistic)
  const withBins = needsBins(statistic)
  const width = query.period * SECOND
  const count = Math.max(0, Math.floor((range.end - range.start) / range.step) + 1)
  const ends = Array.from({ length: count }, (_, at) => range.start + at * range.step)
  const values = new Float64Array(count).fill(NaN)
  const sampleCounts = new Float64Array(count)
  const ofUnits = columnsOf(store, query, width)
  for (let at = 0; at < count; at++) {
    const end = range.start + at * range.step
    const window = firstWithData(ofUnits, end - width, end, withBins)
    if (window === undefined) continue
    values[at] = statisticOf(statistic, window) ?? NaN
    sampleCounts[at] = window.count
  }
  return { ends, values, sampleCounts }
}

/** The buckets of each unit that may answer, in alphabetical order. */
function columnsOf(store: MetricStore, query: MetricQuery, width: Millis): readonly (readonly BucketColumns[])[] {
  const metric = store.find(query)
  const units = query.unit === undefined ? (metric?.units ?? []) : [query.unit]
  return units.map((unit) => columnsFor(metric?.ofUnit(unit) ?? {}, width))
}

/** Of several units a window shows the first that has data in it, as a read of that stretch does. */
function firstWithData(ofUnits: readonly (readonly BucketColumns[])[], start: Millis, end: Millis, withBins: boolean): Summary | undefined {
  for (const columns of ofUnits) {
    const window = summaryOfWindow(columns, start, end, withBins)
    if (window.max >= window.min) return window
  }
  return undefined
}
