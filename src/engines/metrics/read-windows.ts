import type { MetricQuery } from '#lib/metric.ts'
import { SECOND, type Millis } from '#lib/time.ts'
import type { MetricStore } from '#stores/metric-store.ts'
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
  const metric = store.find(query)
  const columns = columnsFor(metric?.ofUnit(query.unit ?? metric.units[0] ?? 'None') ?? {}, width)
  for (let at = 0; at < count; at++) {
    const end = range.start + at * range.step
    const window = summaryOfWindow(columns, end - width, end, withBins)
    values[at] = statisticOf(statistic, window) ?? NaN
    sampleCounts[at] = window.count
  }
  return { ends, values, sampleCounts }
}
