import { dimensionList } from '#lib/metric/dimensions.ts'
import type { MetricQuery } from '#lib/metric/metric.ts'
import type { Millis, TimeRange } from '#lib/time.ts'
import { allPages } from './all-pages.ts'
import { awsCaller, typedCalls, type AwsClientOptions } from './aws/aws-request.ts'
import type {
  AlarmHistoryItem,
  DescribeAlarmHistoryInput,
  DescribeAlarmHistoryOutput,
  DescribeAlarmsForMetricInput,
  DescribeAlarmsInput,
  DescribeAlarmsOutput,
  DescribedAlarm,
  GetMetricDataInput,
  GetMetricDataOutput,
  GetMetricStatisticsInput,
  GetMetricStatisticsOutput,
  ListMetricsInput,
  ListMetricsOutput,
  Metric,
  MetricDataQuery,
  PutMetricAlarmInput,
  PutMetricDataInput,
  SetAlarmStateInput,
} from './cloudwatch-shapes.ts'

export { AwsError } from './aws/aws-error.ts'
export type * from './cloudwatch-shapes.ts'

export type CloudWatchClient = ReturnType<typeof createCloudWatchClient>

/** A series to draw: the default label where the query names none. */
export type LabelledSeries = { readonly label: string; readonly points: readonly { readonly x: Millis; readonly y: number }[] }

type Names = { readonly AlarmNames: readonly string[] }

/** CloudWatch's metrics and alarms over HTTP, as one account sees them. Every refusal is an `AwsError`. */
export function createCloudWatchClient(options: AwsClientOptions) {
  const { account } = options
  const call = awsCaller(options, { signingName: 'monitoring', target: 'GraniteServiceVersion20100801', jsonVersion: '1.0' })
  const typed = typedCalls(call)

  const getMetricData = typed<GetMetricDataInput, GetMetricDataOutput>('GetMetricData')
  const listMetrics = typed<ListMetricsInput, ListMetricsOutput>('ListMetrics')
  const describeAlarms = typed<DescribeAlarmsInput, DescribeAlarmsOutput>('DescribeAlarms')
  const describeAlarmHistory = typed<DescribeAlarmHistoryInput, DescribeAlarmHistoryOutput>('DescribeAlarmHistory')

  return {
    account,
    call,
    getMetricData,
    listMetrics,
    describeAlarms,
    describeAlarmHistory,
    getMetricStatistics: typed<GetMetricStatisticsInput, GetMetricStatisticsOutput>('GetMetricStatistics'),
    putMetricData: typed<PutMetricDataInput, object>('PutMetricData'),
    putMetricAlarm: typed<PutMetricAlarmInput, object>('PutMetricAlarm'),
    describeAlarmsForMetric: typed<DescribeAlarmsForMetricInput, { readonly MetricAlarms: readonly DescribedAlarm[] }>(
      'DescribeAlarmsForMetric',
    ),
    deleteAlarms: typed<Names, object>('DeleteAlarms'),
    setAlarmState: typed<SetAlarmStateInput, object>('SetAlarmState'),
    enableAlarmActions: typed<Names, object>('EnableAlarmActions'),
    disableAlarmActions: typed<Names, object>('DisableAlarmActions'),

    /** Every metric that keeps to the filter, page by page. */
    allMetrics: (filter: Omit<ListMetricsInput, 'NextToken'> = {}, signal?: AbortSignal): Promise<readonly Metric[]> =>
      allPages(async (NextToken) => {
        const found = await listMetrics({ ...filter, NextToken }, signal)
        return { items: found.Metrics, next: found.NextToken }
      }),

    /** Every alarm of the account, page by page, by name. */
    allAlarms: (signal?: AbortSignal): Promise<readonly DescribedAlarm[]> =>
      allPages(async (NextToken) => {
        const found = await describeAlarms({ MaxRecords: 100, NextToken }, signal)
        return { items: found.MetricAlarms, next: found.NextToken }
      }),

    /** What happened to an alarm, newest first, page by page. */
    allHistory: (input: Omit<DescribeAlarmHistoryInput, 'NextToken'>, signal?: AbortSignal): Promise<readonly AlarmHistoryItem[]> =>
      allPages(async (NextToken) => {
        const found = await describeAlarmHistory({ MaxRecords: 100, ...input, NextToken }, signal)
        return { items: found.AlarmHistoryItems, next: found.NextToken }
      }),

    /** One series for each query, in their order and ascending in time; a query without data has no points. */
    async readSeries(
      queries: readonly (MetricQuery & { readonly label?: string })[],
      range: TimeRange,
      signal?: AbortSignal,
    ): Promise<readonly LabelledSeries[]> {
      const series: readonly { label: string; points: { x: Millis; y: number }[] }[] = queries.map(() => ({ label: '', points: [] }))
      if (queries.length === 0 || range.start >= range.end) return series
      const asked = { MetricDataQueries: queries.map(dataQuery), StartTime: range.start / 1000, EndTime: range.end / 1000 }
      for (let NextToken: string | undefined; ;) {
        const found = await getMetricData({ ...asked, ScanBy: 'TimestampAscending', NextToken }, signal)
        for (const { Id, Label, Timestamps, Values } of found.MetricDataResults) {
          const one = series[Number(Id.slice(1))]
          if (one === undefined) continue
          one.label = Label
          one.points.push(...Timestamps.map((seconds, at) => ({ x: seconds * 1000, y: Values[at] ?? Number.NaN })))
        }
        if (found.NextToken === undefined) return series
        NextToken = found.NextToken
      }
    },
  }
}

const dataQuery = (query: MetricQuery & { readonly label?: string }, at: number): MetricDataQuery => ({
  Id: `q${at}`,
  MetricStat: {
    Metric: { Namespace: query.namespace, MetricName: query.metricName, Dimensions: dimensionList(query.dimensions) },
    Period: query.period,
    Stat: query.statistic,
    Unit: query.unit,
  },
  Label: query.label === undefined || query.label === '' ? undefined : query.label,
})
