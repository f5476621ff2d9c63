import { comparisonOperators, missingDataTreatments } from '#lib/alarm/alarm.ts'
import { basicStatistics } from '#lib/metric/statistic.ts'
import { metricUnits } from '#lib/metric/unit.ts'
import type { Members, Shape } from '#lib/operation/shape.ts'

const text = (max: number) => ({ type: 'string', min: 1, max }) as const satisfies Shape
const count = { type: 'integer', min: 1 } as const satisfies Shape
const actions = { type: 'list', max: 5, of: text(1024) } as const satisfies Shape

const dimensions = {
  type: 'list',
  max: 30,
  of: { type: 'structure', members: { Name: { ...text(255), required: true }, Value: { ...text(1024), required: true } } },
} as const satisfies Shape

const metricStat = {
  type: 'structure',
  members: {
    Metric: { type: 'structure', members: { Namespace: text(255), MetricName: text(255), Dimensions: dimensions }, required: true },
    Period: { ...count, required: true },
    Stat: { type: 'string', required: true },
    Unit: { type: 'string', oneOf: metricUnits },
  },
} as const satisfies Shape

const metrics = {
  type: 'list',
  of: {
    type: 'structure',
    members: {
      Id: { ...text(255), required: true },
      MetricStat: metricStat,
      Expression: text(2048),
      Label: { type: 'string' },
      ReturnData: { type: 'boolean' },
      Period: count,
      AccountId: text(255),
    },
  },
} as const satisfies Shape

const evaluationWindow = {
  type: 'structure',
  members: {
    SlidingWindow: { type: 'structure', members: {} },
    WallClockWindow: { type: 'structure', members: { Timezone: text(50) } },
  },
} as const satisfies Shape

/** PutMetricAlarm's members in the model's order, with the constraints of the model; what else holds, `checkAlarm` knows. */
export const alarmMembers = {
  AlarmName: { ...text(255), required: true },
  AlarmDescription: { type: 'string', max: 1024 },
  ActionsEnabled: { type: 'boolean' },
  OKActions: actions,
  AlarmActions: actions,
  InsufficientDataActions: actions,
  MetricName: text(255),
  Namespace: { ...text(255), pattern: '[^:].*' },
  Statistic: { type: 'string', oneOf: basicStatistics },
  ExtendedStatistic: { type: 'string' },
  Dimensions: dimensions,
  Period: count,
  Unit: { type: 'string', oneOf: metricUnits },
  EvaluationPeriods: { ...count, required: true },
  DatapointsToAlarm: count,
  Threshold: { type: 'double' },
  ComparisonOperator: { type: 'string', oneOf: comparisonOperators, required: true },
  TreatMissingData: { type: 'string', oneOf: missingDataTreatments },
  EvaluateLowSampleCountPercentile: { type: 'string', oneOf: ['evaluate', 'ignore'] },
  Metrics: metrics,
  ThresholdMetricId: text(255),
  EvaluationWindow: evaluationWindow,
  WarmUpConfiguration: {
    type: 'structure',
    members: {
      WarmUpPeriodDurationInMinutes: { type: 'integer', min: 1, max: 2880 },
      OnlyStartEvaluatingAfterWarmUpPeriodEnds: { type: 'boolean' },
    },
  },
} as const satisfies Members
