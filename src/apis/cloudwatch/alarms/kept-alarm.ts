import { ApiError } from '#lib/operation/api-error.ts'
import { checkMembers, isRecord } from '#lib/operation/check-input.ts'
import { knownMembers } from '#lib/operation/known-members.ts'
import {
  historyKinds,
  type AlarmStanding,
  type AlarmTags,
  type HistoryItem,
  type NamedAlarm,
  type StoredAlarm,
} from '#stores/alarm-store.ts'
import { putMembers, stateValue } from './members.ts'
import { nameInArn, placeOf } from './place.ts'
import { MOST_TAGS } from './tags.ts'
import { settingsOf, type AlarmInput } from './settings.ts'

/** An alarm with its past, as it is written down. */
export type KeptAlarm = { readonly alarm: StoredAlarm; readonly history: readonly HistoryItem[] }

/** So much of its past goes with it. */
const MOST_KEPT = 500

export const keepAlarm = (alarm: StoredAlarm, history: readonly HistoryItem[]): unknown => ({
  ...alarm,
  history: history.slice(-MOST_KEPT),
})

/** A kept alarm, held to what PutMetricAlarm takes; nothing where it is broken. */
export function readKeptAlarm(value: unknown): KeptAlarm | undefined {
  if (!isRecord(value)) return undefined
  const { arn, createdAt, configuredAt, hasWarmedUp } = value
  const settings = typeof arn === 'string' ? readSettings(value.settings, arn) : undefined
  const tags = readTags(value.tags)
  const standing = readStanding(value.standing)
  const history = Array.isArray(value.history) ? value.history.slice(-MOST_KEPT).map(readItem) : [undefined]
  if (typeof arn !== 'string' || settings === undefined || tags === undefined || standing === undefined) return undefined
  if (!isTime(createdAt) || !isTime(configuredAt) || history.includes(undefined)) return undefined
  const alarm = { arn, settings, tags, standing, createdAt, configuredAt, ...(hasWarmedUp === true && { hasWarmedUp }) }
  return { alarm, history: history.filter((item) => item !== undefined && item.alarmName === settings.AlarmName) as HistoryItem[] }
}

/** Milliseconds that a date can be made of. */
const isTime = (value: unknown): value is number => typeof value === 'number' && Math.abs(value) <= 8.64e15

function readSettings(value: unknown, arn: string): NamedAlarm | undefined {
  if (!isRecord(value) || !/^arn:aws:cloudwatch:[a-z0-9-]+:\d{12}:alarm:/.test(arn)) return undefined
  if (value.AlarmName !== nameInArn(arn) || checkMembers(putMembers, value).length > 0) return undefined
  const { Tags, ...settings } = knownMembers(putMembers, value)
  if (Tags !== undefined) return undefined
  try {
    return settingsOf(settings as AlarmInput, placeOf(arn).region)
  } catch (failure) {
    if (failure instanceof ApiError) return undefined
    throw failure
  }
}

function readTags(value: unknown): AlarmTags | undefined {
  if (!isRecord(value)) return undefined
  const tags = Object.values(value)
  return tags.length <= MOST_TAGS && tags.every((tag) => typeof tag === 'string') ? (value as AlarmTags) : undefined
}

function readStanding(value: unknown): AlarmStanding | undefined {
  if (!isRecord(value)) return undefined
  const { value: state, reason, reasonData, updatedAt, transitionedAt } = value
  const known = stateValue.oneOf.find((one) => one === state)
  if (known === undefined || typeof reason !== 'string' || !isTime(updatedAt) || !isTime(transitionedAt)) return undefined
  if (reasonData !== undefined && (typeof reasonData !== 'string' || !isJson(reasonData))) return undefined
  return { value: known, reason, updatedAt, transitionedAt, ...(typeof reasonData === 'string' && { reasonData }) }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text === '' ? 'null' : text)
    return true
  } catch {
    return false
  }
}

function readItem(value: unknown): HistoryItem | undefined {
  if (!isRecord(value)) return undefined
  const { alarmName, at, kind, summary, data } = value
  const known = historyKinds.find((one) => one === kind)
  if (known === undefined || typeof alarmName !== 'string' || typeof summary !== 'string' || typeof data !== 'string' || !isTime(at))
    return undefined
  return { alarmName, at, kind: known, summary, data }
}
