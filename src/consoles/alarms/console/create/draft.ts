import { newAlarm } from '#languages/alarm/index.ts'
import type { MetricAlarm } from '#lib/alarm/alarm.ts'

/** What a link says of an alarm that is being made; something else than settings is no draft. */
export function readDraft(text: string | null): MetricAlarm | undefined {
  if (text === null) return newAlarm
  try {
    const read: unknown = JSON.parse(text)
    if (typeof read !== 'object' || read === null || Array.isArray(read)) return undefined
    // the members are checked by whoever takes the alarm: here they only fill a form
    return { ...newAlarm, ...defaultsOff(read), ...read } as MetricAlarm
  } catch {
    return undefined
  }
}

/** A draft that names its statistic needs no other one beside it; what it leaves out of M it leaves to N. */
function defaultsOff(read: object): Partial<Record<keyof MetricAlarm, undefined>> {
  return {
    ...('ExtendedStatistic' in read || 'Metrics' in read ? { Statistic: undefined } : {}),
    ...('EvaluationPeriods' in read ? { DatapointsToAlarm: undefined } : {}),
  }
}

/** Without what is not said. */
export const settingsOfDraft = (draft: MetricAlarm): MetricAlarm =>
  Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== undefined && value !== '')) as MetricAlarm

/** The members each step of the wizard asks for. */
export const stepMembers: readonly (readonly string[])[] = [
  ['Namespace', 'MetricName', 'Dimensions', 'Unit', 'Metrics'],
  [
    'Statistic',
    'ExtendedStatistic',
    'Period',
    'ComparisonOperator',
    'Threshold',
    'EvaluationPeriods',
    'DatapointsToAlarm',
    'TreatMissingData',
    'EvaluateLowSampleCountPercentile',
  ],
  ['AlarmActions', 'OKActions', 'InsufficientDataActions', 'ActionsEnabled'],
  ['AlarmName', 'AlarmDescription'],
]

/** `AlarmActions[0]` stands where `AlarmActions` stands. */
export const stepOf = (member: string): number => {
  const name = /^\w+/.exec(member)?.[0] ?? member
  const found = stepMembers.findIndex((members) => members.includes(name))
  return found < 0 ? 1 : found
}
