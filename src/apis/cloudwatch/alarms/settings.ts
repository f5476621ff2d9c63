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
  if (EvaluationCriteria !== undefined || EvaluationInterval !== undefined) throw notSimulated('an alarm on PromQL', instead)
  const [problem] = checkAlarm(alarm, { region })
  if (problem !== undefined) throw refusal(problem)
  const { EvaluationPeriods, ComparisonOperator } = alarm
  if (EvaluationPeriods === undefined || ComparisonOperator === undefined)
    throw validationError('EvaluationPeriods and ComparisonOperator are required')
  const settings = { ...alarm, EvaluationPeriods, ComparisonOperator, ActionsEnabled: alarm.ActionsEnabled ?? true }
  if (!isSimulated(settings)) throw notSimulated('an alarm on an expression', instead)
  return settings
}

const isSimulated = (alarm: MetricAlarm): boolean => metricOf(alarm) !== undefined && alarm.ThresholdMetricId === undefined

const refusal = ({ message, code }: AlarmProblem): ApiError =>
  code === 'InvalidParameterValue' ? invalidParameterValue(message) : new ApiError(code ?? 'ValidationError', message)
