import type { AlarmState, MetricAlarm } from '#lib/alarm/alarm.ts'
import type { Millis } from '#lib/time.ts'
import { Changes } from './changes.ts'

export type NamedAlarm = MetricAlarm & { readonly AlarmName: string }

/** How an alarm stands, and since when. */
export type AlarmStanding = {
  readonly value: AlarmState
  readonly reason: string
  /** JSON. */
  readonly reasonData?: string
  readonly updatedAt: Millis
  readonly transitionedAt: Millis
}

export type AlarmTags = Readonly<Record<string, string>>

export type StoredAlarm = {
  readonly arn: string
  /** As they were put; what was left out is absent. */
  readonly settings: NamedAlarm
  readonly tags: AlarmTags
  readonly standing: AlarmStanding
  readonly createdAt: Millis
  /** When the settings changed last, actions enabled or disabled included. */
  readonly configuredAt: Millis
  /** Its warm-up is over, for good. */
  readonly hasWarmedUp?: boolean
}

export const historyKinds = ['ConfigurationUpdate', 'StateUpdate', 'Action'] as const

export type HistoryItem = {
  readonly alarmName: string
  readonly at: Millis
  readonly kind: (typeof historyKinds)[number]
  readonly summary: string
  /** JSON. */
  readonly data: string
}

/** Of one alarm, the oldest go first. */
const MOST_HISTORY = 5_000

/** The alarms of one account with what happened to them; a history outlives its alarm. */
export class AlarmStore {
  private readonly alarms = new Map<string, StoredAlarm>()
  private readonly histories = new Map<string, HistoryItem[]>()
  private readonly unevaluated = new Set<string>()
  /** Tells the names of alarms that changed, came or went. */
  readonly changes = new Changes()

  /** In code unit order of their names. */
  all(): readonly StoredAlarm[] {
    return [...this.alarms.values()].sort((left, right) => (left.settings.AlarmName < right.settings.AlarmName ? -1 : 1))
  }

  get size(): number {
    return this.alarms.size
  }

  find(name: string): StoredAlarm | undefined {
    return this.alarms.get(name)
  }

  /** Takes an alarm with the item that tells of it; `isNew` settings wait to be evaluated. */
  put(alarm: StoredAlarm, items: readonly HistoryItem[], isNew: boolean): void {
    const name = alarm.settings.AlarmName
    this.alarms.set(name, alarm)
    if (isNew) this.unevaluated.add(name)
    this.append(name, items)
    this.changes.tell(name)
  }

  delete(name: string, items: readonly HistoryItem[]): void {
    this.alarms.delete(name)
    this.unevaluated.delete(name)
    this.append(name, items)
    this.changes.tell(name)
  }

  /** What happened, oldest first; of one alarm, or of all that were. */
  history(name?: string): readonly HistoryItem[] {
    if (name !== undefined) return this.histories.get(name) ?? []
    return [...this.histories.values()].flat().sort((left, right) => left.at - right.at)
  }

  /** As somebody else tells it. */
  replaceHistory(name: string, items: readonly HistoryItem[]): void {
    this.histories.set(name, [...items])
  }

  /** Those put since the last asking. */
  takeUnevaluated(): readonly StoredAlarm[] {
    const found = [...this.unevaluated].flatMap((name) => this.alarms.get(name) ?? [])
    this.unevaluated.clear()
    return found
  }

  private append(name: string, items: readonly HistoryItem[]): void {
    const history = this.histories.get(name) ?? []
    history.push(...items)
    if (history.length > MOST_HISTORY) history.splice(0, history.length - MOST_HISTORY)
    this.histories.set(name, history)
  }
}
