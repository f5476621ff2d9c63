import { comparisonOperators } from '#lib/alarm/alarm.ts'
import type { Members, Shape } from '#lib/operation/shape.ts'
import { alarmMembers } from '#languages/alarm/index.ts'
import { required } from '../members.ts'

/** What the operations on alarms share, with the constraints of the service model. */
export const { Dimensions: dimensions, Statistic: statistic } = alarmMembers
export const alarmName = { type: 'string', min: 1, max: 255 } as const satisfies Shape
export const alarmNames = { type: 'list', max: 100, of: alarmName } as const satisfies Shape
export const stateValue = { type: 'string', oneOf: ['OK', 'ALARM', 'INSUFFICIENT_DATA'] } as const satisfies Shape
export const alarmTypes = {
  type: 'list',
  of: { type: 'string', oneOf: ['CompositeAlarm', 'MetricAlarm', 'LogAlarm'] },
} as const satisfies Shape
export const maxRecords = { type: 'integer', min: 1, max: 100 } as const satisfies Shape
export const resourceArn = { type: 'string', min: 1, max: 1024, ...required } as const satisfies Shape
export const tagKey = { type: 'string', min: 1, max: 128 } as const satisfies Shape
export const tags = {
  type: 'list',
  of: { type: 'structure', members: { Key: { ...tagKey, ...required }, Value: { type: 'string', max: 256, ...required } } },
} as const satisfies Shape

const promQl = {
  type: 'structure',
  members: {
    PromQLCriteria: {
      type: 'structure',
      members: {
        Query: { type: 'string', min: 1, max: 10_000, ...required },
        PendingPeriod: { type: 'integer', min: 0, max: 86_400 },
        RecoveryPeriod: { type: 'integer', min: 0, max: 86_400 },
      },
    },
  },
} as const satisfies Shape

/** PutMetricAlarm: an alarm on PromQL goes without the two members that every other one must have. */
export const putMembers = {
  ...alarmMembers,
  EvaluationPeriods: { type: 'integer', min: 1 },
  ComparisonOperator: { type: 'string', oneOf: comparisonOperators },
  Tags: tags,
  EvaluationCriteria: promQl,
  EvaluationInterval: { type: 'integer', min: 10, max: 3600 },
} as const satisfies Members
