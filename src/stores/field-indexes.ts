import type { Millis } from '#lib/time.ts'

/** What every group of the Standard class has indexed for all its events (PutIndexPolicy's page). */
export const defaultIndexes: readonly string[] = [
  '@logStream',
  '@aws.region',
  '@aws.account',
  '@source.log',
  '@data_source_name',
  '@data_source_type',
  '@data_format',
  'traceId',
  'severityText',
  'attributes.session.id',
]

export type IndexType = 'FIELD_INDEX' | 'FACET'
export type IndexPolicy = { readonly document: string; readonly lastUpdateTime: Millis }

/** Numbers of events in order of arrival; `to` is exclusive. */
type Arrivals = { readonly from: number; to: number }

export type FieldIndex = {
  readonly name: string
  readonly type: IndexType
  readonly createdAt: Millis
  /** Whether events that arrive now are indexed. */
  readonly isActive: boolean
}

type Indexed = { index: FieldIndex; readonly arrivals: Arrivals[] }

/** The fields that a group's index policies name, and the events they hold for: those that arrive while a field is named. */
export class FieldIndexes {
  private readonly byName = new Map<string, Indexed>()
  private standing: IndexPolicy | undefined

  get policy(): IndexPolicy | undefined {
    return this.standing
  }

  /** By name; those that a policy no longer names are among them. */
  all(): readonly FieldIndex[] {
    return [...this.byName.values()].map(({ index }) => index).sort((left, right) => (left.name < right.name ? -1 : 1))
  }

  put(policy: IndexPolicy, fields: ReadonlyMap<string, IndexType>, arrival: number): void {
    for (const { name, isActive } of this.all()) if (isActive && !fields.has(name)) this.stop(name, arrival)
    for (const [name, type] of fields) this.start(name, type, policy.lastUpdateTime, arrival)
    this.standing = policy
  }

  end(arrival: number): void {
    for (const { name, isActive } of this.all()) if (isActive) this.stop(name, arrival)
    this.standing = undefined
  }

  /** Some of the group's events are in the index of this field. */
  has(name: string): boolean {
    return this.byName.has(name) || defaultIndexes.includes(name)
  }

  /** Whether the event with this number of arrival is in it. */
  holds(name: string, arrival: number): boolean {
    if (defaultIndexes.includes(name)) return true
    return this.byName.get(name)?.arrivals.some(({ from, to }) => arrival >= from && arrival < to) ?? false
  }

  private start(name: string, type: IndexType, now: Millis, arrival: number): void {
    const known = this.byName.get(name)
    if (known === undefined) {
      const index = { name, type, createdAt: now, isActive: true }
      this.byName.set(name, { index, arrivals: [{ from: arrival, to: Infinity }] })
      return
    }
    if (!known.index.isActive) known.arrivals.push({ from: arrival, to: Infinity })
    known.index = { ...known.index, type, isActive: true }
  }

  private stop(name: string, arrival: number): void {
    const known = this.byName.get(name)
    const last = known?.arrivals.at(-1)
    if (known === undefined || last === undefined) return
    last.to = arrival
    known.index = { ...known.index, isActive: false }
  }
}
