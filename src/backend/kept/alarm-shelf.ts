import { keepAlarm, readKeptAlarm, type KeptAlarm } from '#apis/cloudwatch/alarms/kept-alarm.ts'
import { placeOf } from '#apis/cloudwatch/alarms/place.ts'
import { INITIAL_REASON } from '#engines/alarms/index.ts'
import type { Clock, Millis } from '#lib/time.ts'
import type { AlarmStore, HistoryItem, StoredAlarm } from '#stores/alarm-store.ts'
import type { Shelf } from './shelf.ts'

/** Alarms with their state and history. */
export const alarmShelf = (account: string, alarms: AlarmStore, clock: Clock): Shelf => ({
  kind: 'alarm',
  changes: [alarms.changes],
  ids: () => alarms.all().map(({ settings }) => settings.AlarmName),
  write(id) {
    const alarm = alarms.find(id)
    return alarm && keepAlarm(alarm, alarms.history(id))
  },
  isReadable: (id, value) => readAlarm(account, id, value) !== undefined,
  take(id, value) {
    const kept = readAlarm(account, id, value)
    if (kept === undefined) return false
    takeAlarm(alarms, asOf(kept, clock.now()), kept.alarm.standing.updatedAt > clock.now())
    return true
  },
  remove: (id) => alarms.delete(id, []),
})

/** Another account's alarm has no place here. */
function readAlarm(account: string, id: string, value: unknown): KeptAlarm | undefined {
  const kept = readKeptAlarm(value)
  return kept?.alarm.settings.AlarmName === id && placeOf(kept.alarm.arn).account === account ? kept : undefined
}

/**
 * Every tab has a clock of its own: what happened later than ours shows has not happened here. The alarm itself is there,
 * and waits for its first evaluation.
 */
function asOf({ alarm, history }: KeptAlarm, now: Millis): KeptAlarm {
  const past = history.flatMap((item) => (item.at <= now ? item : item.kind === 'ConfigurationUpdate' ? { ...item, at: now } : []))
  const [createdAt, configuredAt] = [Math.min(alarm.createdAt, now), Math.min(alarm.configuredAt, now)]
  const isAhead = alarm.standing.updatedAt > now
  const initial = { value: 'INSUFFICIENT_DATA', reason: INITIAL_REASON, updatedAt: createdAt, transitionedAt: createdAt } as const
  return { alarm: { ...alarm, createdAt, configuredAt, standing: isAhead ? initial : alarm.standing }, history: past }
}

function takeAlarm(alarms: AlarmStore, { alarm, history }: KeptAlarm, isAhead: boolean): void {
  const name = alarm.settings.AlarmName
  const mine = alarms.find(name)
  alarms.replaceHistory(name, joined(alarms.history(name), history))
  if (mine === undefined) alarms.put(alarm, [], isAhead)
  else alarms.put(merged(mine, alarm), [], !isSame(mine.settings, alarm.settings))
}

/** The settings are theirs, written last; the state is whichever is the newer. */
const merged = (mine: StoredAlarm, theirs: StoredAlarm): StoredAlarm => ({
  ...theirs,
  createdAt: mine.createdAt,
  hasWarmedUp: mine.hasWarmedUp,
  standing: theirs.standing.updatedAt >= mine.standing.updatedAt ? theirs.standing : mine.standing,
})

const isSame = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right)

/** What both know of stands there once. */
function joined(mine: readonly HistoryItem[], theirs: readonly HistoryItem[]): readonly HistoryItem[] {
  const items = new Map([...mine, ...theirs].map((item) => [JSON.stringify([item.at, item.kind, item.summary, item.data]), item]))
  return [...items.values()].sort((left, right) => left.at - right.at)
}
