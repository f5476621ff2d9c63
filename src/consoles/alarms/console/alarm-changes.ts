import type { CloudWatchClient, DescribedAlarm } from '#clients/cloudwatch.ts'
import type { MetricAlarm } from '#lib/alarm/alarm.ts'

export type AlarmChange = 'enable' | 'disable' | 'delete'

/** What DescribeAlarms tells beside the settings. */
const told = new Set([
  'AlarmArn',
  'AlarmConfigurationUpdatedTimestamp',
  'StateValue',
  'StateReason',
  'StateReasonData',
  'StateUpdatedTimestamp',
  'StateTransitionedTimestamp',
  'EvaluationState',
])

/** An alarm's settings, to be put again or under another name. */
export const settingsOf = (alarm: DescribedAlarm): MetricAlarm =>
  // what is left are PutMetricAlarm's members
  Object.fromEntries(Object.entries(alarm).filter(([member]) => !told.has(member))) as MetricAlarm

export function changeAlarms(client: CloudWatchClient, change: AlarmChange, AlarmNames: readonly string[]): Promise<unknown> {
  if (change === 'enable') return client.enableAlarmActions({ AlarmNames })
  return change === 'disable' ? client.disableAlarmActions({ AlarmNames }) : client.deleteAlarms({ AlarmNames })
}

/** As the list's column says it. */
export function actionsPhrase({ ActionsEnabled, AlarmActions, OKActions, InsufficientDataActions }: DescribedAlarm): string {
  if (AlarmActions.length + OKActions.length + InsufficientDataActions.length === 0) return 'No actions'
  return ActionsEnabled ? 'Actions enabled' : 'Actions disabled'
}
