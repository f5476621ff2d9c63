import { dimensionsOf, type Dimension } from '../metric/dimensions.ts'
import type { MetricQuery } from '../metric/metric.ts'
import { isBasicStatistic } from '../metric/statistic.ts'

export type AlarmState = 'OK' | 'ALARM' | 'INSUFFICIENT_DATA'

export const comparisonOperators = [
  'GreaterThanOrEqualToThreshold',
  'GreaterThanThreshold',
  'LessThanThreshold',
  'LessThanOrEqualToThreshold',
  'LessThanLowerOrGreaterThanUpperThreshold',
  'LessThanLowerThreshold',
  'GreaterThanUpperThreshold',
] as const
export type ComparisonOperator = (typeof comparisonOperators)[number]

export const missingDataTreatments = ['breaching', 'notBreaching', 'ignore', 'missing'] as const
export type MissingDataTreatment = (typeof missingDataTreatments)[number]

/** One metric with its statistic, as GetMetricData and alarms on several metrics write it; `Period` in seconds. */
export type MetricStat = {
  readonly Metric: {
    readonly Namespace?: string
    readonly MetricName?: string
    readonly Dimensions?: readonly Dimension[]
  }
  readonly Period: number
  readonly Stat: string
  readonly Unit?: string
}

/** An element of an alarm's Metrics: a metric or an expression. */
export type AlarmMetric = {
  readonly Id: string
  readonly MetricStat?: MetricStat
  readonly Expression?: string
  readonly Label?: string
  /** True when left out. */
  readonly ReturnData?: boolean
  readonly Period?: number
  readonly AccountId?: string
}

/** Where the slots of an alarm lie: behind the evaluation (the default), or by the clock of a time zone. */
export type EvaluationWindow = {
  readonly SlidingWindow?: object
  readonly WallClockWindow?: { readonly Timezone?: string }
}

export type WarmUpConfiguration = {
  readonly WarmUpPeriodDurationInMinutes?: number
  readonly OnlyStartEvaluatingAfterWarmUpPeriodEnds?: boolean
}

/** PutMetricAlarm's members, spelt as AWS spells them: exercises, forms, the api and the engine all speak of this one thing. */
export type MetricAlarm = {
  readonly AlarmName?: string
  readonly AlarmDescription?: string
  readonly ActionsEnabled?: boolean
  readonly OKActions?: readonly string[]
  readonly AlarmActions?: readonly string[]
  readonly InsufficientDataActions?: readonly string[]
  readonly Namespace?: string
  readonly MetricName?: string
  readonly Dimensions?: readonly Dimension[]
  readonly Statistic?: string
  readonly ExtendedStatistic?: string
  readonly Unit?: string
  /** Seconds. */
  readonly Period?: number
  readonly EvaluationPeriods: number
  readonly DatapointsToAlarm?: number
  readonly Threshold?: number
  readonly ComparisonOperator: ComparisonOperator
  readonly TreatMissingData?: MissingDataTreatment
  readonly EvaluateLowSampleCountPercentile?: 'evaluate' | 'ignore'
  /** In place of MetricName and what goes with it. */
  readonly Metrics?: readonly AlarmMetric[]
  /** The element of Metrics that is the band; only with the operators that compare with one. */
  readonly ThresholdMetricId?: string
  readonly EvaluationWindow?: EvaluationWindow
  readonly WarmUpConfiguration?: WarmUpConfiguration
}

/** The operators whose threshold is a band. */
export const bandOperators: readonly string[] = [
  'LessThanLowerOrGreaterThanUpperThreshold',
  'LessThanLowerThreshold',
  'GreaterThanUpperThreshold',
]

/** M of M out of N: all of them where the alarm does not say. */
export const datapointsToAlarm = ({ DatapointsToAlarm, EvaluationPeriods }: MetricAlarm): number => DatapointsToAlarm ?? EvaluationPeriods

/** A statistic as an alarm's member, which is another one by its kind. */
export const statisticMember = (statistic: string): Pick<MetricAlarm, 'Statistic' | 'ExtendedStatistic'> =>
  isBasicStatistic(statistic) ? { Statistic: statistic } : { ExtendedStatistic: statistic }

/** Seconds; of an alarm on several metrics the longest. */
export function periodOf({ Period, Metrics }: Partial<MetricAlarm>): number {
  if (Period !== undefined || Metrics === undefined) return Period ?? 60
  const periods = Metrics.map((metric) => Math.max(metric.MetricStat?.Period ?? 0, metric.Period ?? 0))
  return Math.max(0, ...periods) || 60
}

/** DynamoDB's alarms ignore missing data where nothing is said; every other alarm calls it missing. */
export const missingDataTreatment = (alarm: MetricAlarm): MissingDataTreatment =>
  alarm.TreatMissingData ?? (metricNamespace(alarm) === 'AWS/DynamoDB' ? 'ignore' : 'missing')

const metricNamespace = ({ Namespace, Metrics = [] }: MetricAlarm): string | undefined =>
  Metrics.length === 1 ? Metrics[0]?.MetricStat?.Metric.Namespace : Namespace

/** The one metric an alarm stands on; nothing where it needs an expression. */
export function metricOf(alarm: Partial<MetricAlarm>): MetricQuery | undefined {
  const { Namespace, MetricName, Statistic, ExtendedStatistic, Unit, Metrics } = alarm
  if (Metrics === undefined) {
    const statistic = Statistic ?? ExtendedStatistic
    if (Namespace === undefined || MetricName === undefined || statistic === undefined) return undefined
    return queryOf({ Metric: { Namespace, MetricName, Dimensions: alarm.Dimensions }, Period: periodOf(alarm), Stat: statistic, Unit })
  }
  const stat = Metrics.length === 1 ? Metrics[0]?.MetricStat : undefined
  return stat && queryOf(stat)
}

function queryOf({ Metric, Period, Stat, Unit }: MetricStat): MetricQuery | undefined {
  const { Namespace, MetricName, Dimensions = [] } = Metric
  if (Namespace === undefined || MetricName === undefined) return undefined
  return {
    namespace: Namespace,
    metricName: MetricName,
    dimensions: dimensionsOf(Dimensions),
    statistic: Stat,
    period: Period,
    ...(Unit && { unit: Unit }),
  }
}
