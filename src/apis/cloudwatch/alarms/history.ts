import type { Millis } from '#lib/time.ts'
import type { AlarmStanding, HistoryItem, StoredAlarm } from '#stores/alarm-store.ts'
import type { ActionOutcome } from './actions.ts'
import { changedFields, configurationOf } from './configuration.ts'
import { jsonObject, jsonText, type JsonText } from './json-text.ts'

const version = jsonText('1.0')

const configurationUpdate = (alarm: StoredAlarm, at: Millis, done: string, data: Readonly<Record<string, JsonText>>): HistoryItem => ({
  alarmName: alarm.settings.AlarmName,
  at,
  kind: 'ConfigurationUpdate',
  summary: `Alarm "${alarm.settings.AlarmName}" ${done}`,
  data: jsonObject({ version, ...data }),
})

export const createdItem = (alarm: StoredAlarm): HistoryItem =>
  configurationUpdate(alarm, alarm.configuredAt, 'created', {
    type: jsonText('Create'),
    createdAlarm: jsonObject(configurationOf(alarm)),
  })

export const updatedItem = (before: StoredAlarm, alarm: StoredAlarm): HistoryItem =>
  configurationUpdate(alarm, alarm.configuredAt, 'updated', {
    type: jsonText('Update'),
    updatedAlarm: jsonObject(configurationOf(alarm)),
    originalUpdatedFields: jsonObject(changedFields(before, alarm)),
  })

export const deletedItem = (alarm: StoredAlarm, at: Millis): HistoryItem =>
  configurationUpdate(alarm, at, 'deleted', { type: jsonText('Delete'), deletedAlarm: jsonObject(configurationOf(alarm)) })

export const stateItem = (alarm: StoredAlarm, before: AlarmStanding): HistoryItem => ({
  alarmName: alarm.settings.AlarmName,
  at: alarm.standing.updatedAt,
  kind: 'StateUpdate',
  summary: `Alarm updated from ${before.value} to ${alarm.standing.value}`,
  data: jsonObject({ version, oldState: stateText(before), newState: stateText(alarm.standing) }),
})

/** The reason's data is JSON, and stands as such. */
const stateText = ({ value, reason, reasonData }: AlarmStanding): JsonText =>
  jsonObject({
    stateValue: jsonText(value),
    stateReason: jsonText(reason),
    stateReasonData: reasonData === undefined || reasonData === '' ? undefined : reasonData,
  })

export const actionItem = (alarm: StoredAlarm, { action, message, error }: ActionOutcome): HistoryItem => ({
  alarmName: alarm.settings.AlarmName,
  at: alarm.standing.updatedAt,
  kind: 'Action',
  summary:
    error === undefined ? `Successfully executed action ${action}` : `Failed to execute action ${action}. Received error: "${error}"`,
  data: jsonObject({
    actionState: jsonText(error === undefined ? 'Succeeded' : 'Failed'),
    stateUpdateTimestamp: jsonText(alarm.standing.updatedAt),
    notificationResource: jsonText(action),
    publishedMessage: jsonText(message ?? null),
    error: jsonText(error ?? null),
    muteWindowEndTimestamp: 'null',
  }),
})
