import { useMemo } from 'react'
import type { MetricIdentity } from '#lib/metric/metric.ts'
import type { TimeRange } from '#lib/time.ts'
import { useSeries, type AskedSeries, type SeriesSource } from '#ui/metric-query/use-series.ts'
import type { Task } from '#ui/pane/use-task.ts'
import { expandTarget } from '../file/expand.ts'
import type { JsonPanel } from '../file/panel-json.ts'

const NONE: readonly MetricIdentity[] = []

/** The lines of a panel of a file: wildcards stand for every metric there is. */
export function usePanelSeries(source: SeriesSource, panel: JsonPanel, metrics = NONE, range: TimeRange): Task<AskedSeries> {
  const queries = useMemo(() => panel.targets.flatMap((target) => expandTarget(target, metrics)), [panel.targets, metrics])
  // a refreshed range is another object of the same figures
  return useSeries(source, queries, range, range)
}
