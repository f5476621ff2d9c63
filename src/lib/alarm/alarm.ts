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
  readonly Dimensions?: readonly { readonly Name: string; readonly Value: string }[]
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
}
