import type { AlarmState, MetricAlarm } from '#lib/alarm/alarm.ts'
import type { Dimension } from '#lib/metric/dimensions.ts'

/** On this wire a time is a number of seconds. */
type Seconds = number

export type Metric = { readonly Namespace: string; readonly MetricName: string; readonly Dimensions: readonly Dimension[] }

type MetricStat = {
  readonly Metric: { readonly Namespace: string; readonly MetricName: string; readonly Dimensions?: readonly Dimension[] }
  readonly Period: number
  readonly Stat: string
  readonly Unit?: string
}

export type MetricDataQuery = {
  readonly Id: string
  readonly MetricStat?: MetricStat
  readonly Expression?: string
  readonly Label?: string
  readonly Period?: number
  readonly ReturnData?: boolean
}

export type GetMetricDataInput = {
  readonly MetricDataQueries: readonly MetricDataQuery[]
  readonly StartTime: Seconds
  readonly EndTime: Seconds
  readonly NextToken?: string
  readonly ScanBy?: 'TimestampAscending' | 'TimestampDescending'
  readonly MaxDatapoints?: number
  readonly LabelOptions?: { readonly Timezone?: string }
}

type MessageData = { readonly Code?: string; readonly Value?: string }

export type MetricDataResult = {
  readonly Id: string
  readonly Label: string
  readonly Timestamps: readonly Seconds[]
  readonly Values: readonly number[]
  readonly StatusCode: 'Complete' | 'InternalError' | 'PartialData' | 'Forbidden'
  readonly Messages?: readonly MessageData[]
}

export type GetMetricDataOutput = {
  readonly MetricDataResults: readonly MetricDataResult[]
  readonly Messages?: readonly MessageData[]
  readonly NextToken?: string
}

export type GetMetricStatisticsInput = {
  readonly Namespace: string
  readonly MetricName: string
  readonly Dimensions?: readonly Dimension[]
  readonly StartTime: Seconds
  readonly EndTime: Seconds
  readonly Period: number
  readonly Statistics?: readonly string[]
  readonly ExtendedStatistics?: readonly string[]
  readonly Unit?: string
}

export type Datapoint = {
  readonly Timestamp: Seconds
  readonly Unit: string
  readonly SampleCount?: number
  readonly Average?: number
  readonly Sum?: number
  readonly Minimum?: number
  readonly Maximum?: number
  readonly ExtendedStatistics?: Readonly<Record<string, number>>
}

export type GetMetricStatisticsOutput = { readonly Label: string; readonly Datapoints: readonly Datapoint[] }

export type ListMetricsInput = {
  readonly Namespace?: string
  readonly MetricName?: string
  readonly Dimensions?: readonly { readonly Name: string; readonly Value?: string }[]
  readonly NextToken?: string
  readonly RecentlyActive?: 'PT3H'
}

export type ListMetricsOutput = { readonly Metrics: readonly Metric[]; readonly NextToken?: string }

export type MetricDatum = {
  readonly MetricName: string
  readonly Dimensions?: readonly Dimension[]
  readonly Timestamp?: Seconds
  readonly Value?: number
  readonly Values?: readonly number[]
  readonly Counts?: readonly number[]
  readonly StatisticValues?: { readonly SampleCount: number; readonly Sum: number; readonly Minimum: number; readonly Maximum: number }
  readonly Unit?: string
  readonly StorageResolution?: number
}

export type PutMetricDataInput = { readonly Namespace: string; readonly MetricData: readonly MetricDatum[] }

type Tag = { readonly Key: string; readonly Value: string }

export type PutMetricAlarmInput = MetricAlarm & { readonly AlarmName: string; readonly Tags?: readonly Tag[] }

/** An alarm as DescribeAlarms tells of it: its settings, and how it stands. */
export type DescribedAlarm = MetricAlarm & {
  readonly AlarmName: string
  readonly AlarmArn: string
  readonly ActionsEnabled: boolean
  readonly OKActions: readonly string[]
  readonly AlarmActions: readonly string[]
  readonly InsufficientDataActions: readonly string[]
  readonly Dimensions: readonly Dimension[]
  readonly AlarmConfigurationUpdatedTimestamp: Seconds
  readonly StateValue: AlarmState
  readonly StateReason: string
  /** JSON. */
  readonly StateReasonData?: string
  readonly StateUpdatedTimestamp: Seconds
  readonly StateTransitionedTimestamp: Seconds
}

export type DescribeAlarmsInput = {
  readonly AlarmNames?: readonly string[]
  readonly AlarmNamePrefix?: string
  readonly StateValue?: AlarmState
  readonly ActionPrefix?: string
  readonly MaxRecords?: number
  readonly NextToken?: string
}

export type DescribeAlarmsOutput = {
  readonly MetricAlarms: readonly DescribedAlarm[]
  readonly CompositeAlarms: readonly unknown[]
  readonly NextToken?: string
}

export type DescribeAlarmsForMetricInput = {
  readonly Namespace: string
  readonly MetricName: string
  readonly Dimensions?: readonly Dimension[]
  readonly Statistic?: string
  readonly ExtendedStatistic?: string
  readonly Period?: number
  readonly Unit?: string
}

export type HistoryItemType = 'ConfigurationUpdate' | 'StateUpdate' | 'Action'

export type AlarmHistoryItem = {
  readonly AlarmName: string
  readonly AlarmType: string
  readonly Timestamp: Seconds
  readonly HistoryItemType: HistoryItemType
  readonly HistorySummary: string
  /** JSON. */
  readonly HistoryData: string
}

export type DescribeAlarmHistoryInput = {
  readonly AlarmName?: string
  readonly HistoryItemType?: HistoryItemType
  readonly StartDate?: Seconds
  readonly EndDate?: Seconds
  readonly ScanBy?: 'TimestampAscending' | 'TimestampDescending'
  readonly MaxRecords?: number
  readonly NextToken?: string
}

export type DescribeAlarmHistoryOutput = { readonly AlarmHistoryItems: readonly AlarmHistoryItem[]; readonly NextToken?: string }

export type SetAlarmStateInput = {
  readonly AlarmName: string
  readonly StateValue: AlarmState
  readonly StateReason: string
  readonly StateReasonData?: string
}
