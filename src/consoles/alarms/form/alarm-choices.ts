import { statisticMember, type ComparisonOperator, type MetricAlarm, type MissingDataTreatment } from '#lib/alarm/alarm.ts'
import { isPercentile } from '#lib/metric/statistic.ts'
import type { SelectOption } from '#ui/kit/Select.tsx'

type Choices<Word extends string> = readonly (SelectOption & { readonly id: Word })[]

/** The operators with one threshold, in the order of CloudWatch's console. */
export const conditions: Choices<ComparisonOperator> = [
  { id: 'GreaterThanThreshold', label: 'greater than', detail: '>' },
  { id: 'GreaterThanOrEqualToThreshold', label: 'greater than or equal to', detail: '>=' },
  { id: 'LessThanOrEqualToThreshold', label: 'lower than or equal to', detail: '<=' },
  { id: 'LessThanThreshold', label: 'lower than', detail: '<' },
]

/** Behind "Treat missing data", as the console says it. */
export const treatments: Choices<MissingDataTreatment> = [
  { id: 'missing', label: 'as missing' },
  { id: 'notBreaching', label: 'as good', detail: 'not breaching threshold' },
  { id: 'ignore', label: 'as ignore', detail: 'maintain the alarm state' },
  { id: 'breaching', label: 'as bad', detail: 'breaching threshold' },
]

export const lowSamples: Choices<'evaluate' | 'ignore'> = [
  { id: 'evaluate', label: 'evaluate' },
  { id: 'ignore', label: 'ignore', detail: 'maintain the alarm state' },
]

/** Seconds; an alarm takes no shorter ones, and any multiple of a minute may be typed. */
export const alarmPeriods: readonly number[] = [10, 20, 30, 60, 120, 300, 600, 900, 3600, 21_600, 86_400]

export const statisticOf = ({ Statistic, ExtendedStatistic }: MetricAlarm): string => Statistic ?? ExtendedStatistic ?? ''

/** An alarm with another statistic, which has its own member by its kind; the setting for few samples stays only where it may. */
export function withStatistic(alarm: MetricAlarm, statistic: string): MetricAlarm {
  const { Statistic: _, ExtendedStatistic: __, EvaluateLowSampleCountPercentile: low, ...rest } = alarm
  return {
    ...rest,
    ...statisticMember(statistic),
    ...(low !== undefined && isPercentile(statistic) ? { EvaluateLowSampleCountPercentile: low } : {}),
  }
}

/** Members given, or left out where undefined. */
export function withMembers(
  alarm: MetricAlarm,
  change: { readonly [Member in keyof MetricAlarm]?: MetricAlarm[Member] | undefined },
): MetricAlarm {
  const entries = Object.entries({ ...alarm, ...change }).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as MetricAlarm
}
