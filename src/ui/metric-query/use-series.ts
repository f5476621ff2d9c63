import { useEffect, useMemo, useState } from 'react'
import { statisticProblem } from '#languages/statistic/index.ts'
import type { MetricQuery } from '#lib/metric/metric.ts'
import type { Millis, TimeRange } from '#lib/time.ts'
import { useTask, type Task } from '#ui/pane/use-task.ts'
import { periodProblem } from './period.ts'

export type SeriesQuery = MetricQuery & { readonly label?: string }

export type ReadSeries = { readonly label: string; readonly points: readonly { readonly x: Millis; readonly y: number }[] }

/** Whatever reads series of metrics: a client. */
export type SeriesSource = {
  readSeries(queries: readonly SeriesQuery[], range: TimeRange, signal?: AbortSignal): Promise<readonly ReadSeries[]>
}

export type AskedSeries = {
  /** One for each query, undefined for one that cannot be asked. */
  readonly series: readonly (ReadSeries | undefined)[]
  readonly queries: readonly SeriesQuery[]
  readonly range: TimeRange
}

/** Why a query cannot be asked, if it cannot. */
export function queryProblem(query: SeriesQuery): string | undefined {
  if (query.namespace === '') return 'choose a namespace'
  if (query.metricName === '') return 'choose a metric'
  return statisticProblem(query.statistic) ?? periodProblem(query.period)
}

async function ask(source: SeriesSource, queries: readonly SeriesQuery[], range: TimeRange, signal: AbortSignal): Promise<AskedSeries> {
  const sound = queries.filter((query) => queryProblem(query) === undefined)
  const found = sound.length === 0 ? [] : await source.readSeries(sound, range, signal)
  const bySound = new Map(sound.map((query, at) => [query, found[at]]))
  return { series: queries.map((query) => bySound.get(query)), queries, range }
}

/** The series of some queries, read again when a query, the range or `again` changes; the last good answer stays until then, and through a failure. */
export function useSeries(source: SeriesSource, queries: readonly SeriesQuery[], range: TimeRange, again?: unknown): Task<AskedSeries> {
  const { task, start } = useTask<AskedSeries>()
  const key = JSON.stringify(
    queries.map(({ namespace, metricName, dimensions, statistic, period, unit, label }) => [
      namespace,
      metricName,
      dimensions,
      statistic,
      period,
      unit,
      label,
    ]),
  )
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  const asked = useMemo(() => queries, [key])
  const { start: from, end: to } = range
  useEffect(() => {
    start((signal) => ask(source, asked, { start: from, end: to }, signal))
  }, [start, source, asked, from, to, again])
  const [last, setLast] = useState<AskedSeries>()
  if (task.status === 'done' && task.value !== undefined && task.value !== last) setLast(task.value)
  return last === undefined || task.value !== undefined ? task : { ...task, value: last }
}
