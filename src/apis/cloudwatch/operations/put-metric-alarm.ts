import { INITIAL_REASON } from '#engines/alarms/index.ts'
import type { AlarmTags, NamedAlarm, StoredAlarm } from '#stores/alarm-store.ts'
import { createdItem, updatedItem } from '../alarms/history.ts'
import { putMembers } from '../alarms/members.ts'
import { settingsOf } from '../alarms/settings.ts'
import { withTags } from '../alarms/tags.ts'
import type { CloudWatchContext } from '../context.ts'
import { operation } from '../operation.ts'

const putMetricAlarm = operation('PutMetricAlarm', putMembers, ({ Tags = [], ...input }, context) => {
  const settings = settingsOf(input, context.region)
  const tags = withTags({}, Tags)
  const before = context.alarms.find(settings.AlarmName)
  if (before === undefined) create(settings, tags, context)
  else update(before, settings, context)
  return undefined
})

function create(settings: NamedAlarm, tags: AlarmTags, { alarms, clock, region, accountId }: CloudWatchContext): void {
  const at = clock.now()
  const alarm: StoredAlarm = {
    arn: `arn:aws:cloudwatch:${region}:${accountId}:alarm:${settings.AlarmName}`,
    settings,
    tags,
    standing: { value: 'INSUFFICIENT_DATA', reason: INITIAL_REASON, updatedAt: at, transitionedAt: at },
    createdAt: at,
    configuredAt: at,
  }
  alarms.put(alarm, [createdItem(alarm)], true)
}

/** The settings are replaced as a whole; the state, its timestamps and the tags stay. */
function update(before: StoredAlarm, settings: NamedAlarm, { alarms, clock }: CloudWatchContext): void {
  const alarm = { ...before, settings, configuredAt: clock.now() }
  alarms.put(alarm, [updatedItem(before, alarm)], true)
}

export const putMetricAlarmOperations = [putMetricAlarm]
