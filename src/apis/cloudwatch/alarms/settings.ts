import { metricOf, type MetricAlarm } from '#lib/alarm/alarm.ts'
import { ApiError } from '#lib/operation/api-error.ts'
import type { InputOf } from '#lib/operation/shape.ts'
import { checkAlarm, type AlarmProblem } from '#languages/alarm/index.ts'
import type { NamedAlarm } from '#stores/alarm-store.ts'
import { invalidParameterValue, notSimulated, validationError } from '../api-error.ts'
import type { putMembers } from './members.ts'

/** What PutMetricAlarm is given, tags aside. */
export type AlarmInput = Omit<InputOf<typeof putMembers>, 'Tags'>

const instead = 'alarms on one metric are'

/** The settings that were put, as they are kept; refused as a whole where anything is wrong with them. */
export function settingsOf(input: AlarmInput, region: string): NamedAlarm {
  const { EvaluationCriteria, EvaluationInterval, ...alarm } = input
  if (/\p{Cc}/u.test(alarm.AlarmName)) throw validationError('AlarmName must not contain ASCII control characters')
  if (EvaluationCriteria !== undefined || EvaluationInterval !== undefined) throw promQlRefusal(input)
  const [problem] = checkAlarm(alarm, { region })
  if (problem !== undefined) throw refusal(problem)
  const { EvaluationPeriods, ComparisonOperator } = alarm
  if (EvaluationPeriods === undefined || ComparisonOperator === undefined)
    throw validationError('EvaluationPeriods and ComparisonOperator are required')
  const settings = { ...alarm, EvaluationPeriods, ComparisonOperator, ActionsEnabled: alarm.ActionsEnabled ?? true }
  if (!isSimulated(settings)) throw notSimulated('an alarm on an expression', instead)
  return settings
}

const INTERVALS = [10, 20, 30]

/** What is wrong with an alarm on PromQL, or that there is none here. */
function promQlRefusal({ EvaluationCriteria, EvaluationInterval: interval = 60, ...alarm }: AlarmInput): ApiError {
  const hasOther = alarm.MetricName !== undefined || alarm.Metrics !== undefined
  if (EvaluationCriteria === undefined) return validationError('EvaluationInterval should not be set if EvaluationCriteria is not set.')
  if (hasOther) return validationError('Exactly one of MetricName, Metrics and EvaluationCriteria must be set.')
  if (!INTERVALS.includes(interval) && interval % 60 !== 0)
    return validationError('EvaluationInterval must be 10, 20, 30 or a multiple of 60')
  return notSimulated('an alarm on PromQL', instead)
}

const isSimulated = (alarm: MetricAlarm): boolean => metricOf(alarm) !== undefined && alarm.ThresholdMetricId === undefined

const refusal = ({ message, code }: AlarmProblem): ApiError =>
  code === 'InvalidParameterValue' ? invalidParameterValue(message) : new ApiError(code ?? 'ValidationError', message)
