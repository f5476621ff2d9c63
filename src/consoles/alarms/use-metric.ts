import { useEffect, useState } from 'react'
import type { CloudWatchClient, LabelledSeries } from '#clients/cloudwatch.ts'
import { metricOf, periodOf, type MetricAlarm } from '#lib/alarm/alarm.ts'
import { dimensionList } from '#lib/metric/dimensions.ts'
import type { MetricQuery } from '#lib/metric/metric.ts'
import { queryProblem } from '#ui/metric-query/use-series.ts'
import { DAY, MINUTE, SECOND, type TimeRange } from '#lib/time.ts'

export type MetricRead = {
  readonly series: LabelledSeries | undefined
  /** As CloudWatch spells it: `Milliseconds`. */
  readonly unit: string | undefined
  readonly isReading: boolean
  readonly error: Error | undefined
}

type State = {
  readonly key: string
  readonly place: string
  readonly series?: LabelledSeries
  readonly unit?: string | undefined
  readonly error?: Error
}

/** More periods than GetMetricStatistics gives at once. */
const MOST_PERIODS = 1440

/** The datapoints an alarm looks at, over a time range, and their unit; read again when the metric, its statistic or its period changes. */
export function useMetric(client: CloudWatchClient, alarm: MetricAlarm, range: TimeRange): MetricRead {
  const metric = metricOf(alarm)
  const query = metric === undefined || queryProblem(metric) !== undefined ? undefined : metric
  const [state, setState] = useState<State>()
  const place = `${client.account} ${range.start} ${range.end}`
  const key = query === undefined ? '' : JSON.stringify([client.account, query, range.start, range.end])
  useEffect(() => {
    if (query === undefined) return undefined
    const controller = new AbortController()
    read(client, query, range, controller.signal).then(
      (found) => controller.signal.aborted || setState({ key, place, ...found }),
      (error: unknown) =>
        controller.signal.aborted || setState({ key, place, error: error instanceof Error ? error : new Error(String(error)) }),
    )
    return () => controller.abort()
    // the key says all there is in the query
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [client, key])
  const isCurrent = state?.key === key
  return {
    // what stands stays until the next one is here
    series: key === '' || state?.place !== place ? undefined : state.series,
    unit: state?.unit,
    isReading: key !== '' && !isCurrent,
    error: isCurrent ? state.error : undefined,
  }
}

async function read(
  client: CloudWatchClient,
  query: MetricQuery,
  range: TimeRange,
  signal: AbortSignal,
): Promise<Omit<State, 'key' | 'place'>> {
  const [[series], unit] = await Promise.all([client.readSeries([query], range, signal), readUnit(client, query, range, signal)])
  return { ...(series === undefined ? {} : { series }), unit }
}

/** GetMetricData says no unit; GetMetricStatistics does. */
async function readUnit(client: CloudWatchClient, query: MetricQuery, range: TimeRange, signal: AbortSignal): Promise<string | undefined> {
  if (query.unit !== undefined) return query.unit
  const minutes = Math.max(1, Math.ceil((range.end - range.start) / MINUTE / MOST_PERIODS)) * 60
  const found = await client.getMetricStatistics(
    {
      Namespace: query.namespace,
      MetricName: query.metricName,
      Dimensions: dimensionList(query.dimensions),
      StartTime: range.start / SECOND,
      EndTime: range.end / SECOND,
      Period: Math.max(minutes, Math.ceil((range.end - range.start) / DAY) * 60),
      Statistics: ['Maximum'],
    },
    signal,
  )
  return found.Datapoints.find(({ Unit }) => Unit !== undefined && Unit !== 'None')?.Unit
}

/** How far two neighbours of a metric's datapoints are apart. */
export const stepOfAlarm = (alarm: MetricAlarm): number => periodOf(alarm) * SECOND
