import { compilePattern } from '#engines/filter-pattern/index.ts'
import type { Millis } from '#lib/time.ts'
import { eventIdOf, type LogEvent, type LogGroup } from '#stores/log-store.ts'
import type { SubscriptionFilter, SubscriptionStore } from '#stores/subscription-store.ts'
import { selects } from '../field-selection.ts'

type Place = { readonly accountId: string; readonly region: string }

type Arrived = {
  readonly group: LogGroup
  readonly stream: string
  readonly events: readonly LogEvent[]
  readonly at: Millis
  /** The first event's number in order of arrival. */
  readonly firstArrival: number
}

type Fields = Readonly<Record<string, string>>
/** The fields an event is sent with, `none` without any; undefined where it does not match. */
type Reading = (message: string) => Fields | 'none' | undefined

const readings = new WeakMap<SubscriptionFilter, Reading>()

/** What matches of a batch goes to each filter's destination in one envelope. */
export function deliver(store: SubscriptionStore, filters: readonly SubscriptionFilter[], arrived: Arrived, place: Place): void {
  for (const filter of filters) {
    const reading = readings.get(filter) ?? readingOf(filter, arrived.group.name, place)
    readings.set(filter, reading)
    const logEvents = arrived.events.flatMap(({ timestamp, message }, at) => {
      const fields = reading(message)
      if (fields === undefined) return []
      const event = { id: eventIdOf(timestamp, arrived.firstArrival + at), timestamp, message }
      return [fields === 'none' ? event : { ...event, extractedFields: fields }]
    })
    if (logEvents.length === 0) continue
    const { accountId: owner } = place
    const sender = { messageType: 'DATA_MESSAGE', owner, logGroup: arrived.group.name, logStream: arrived.stream } as const
    store.deliver(filter, { ...sender, subscriptionFilters: [filter.filterName], logEvents }, arrived.at)
  }
}

function readingOf(filter: SubscriptionFilter, group: string, { accountId, region }: Place): Reading {
  const compiled = compilePattern(filter.filterPattern)
  const known: Fields = { '@aws.account': accountId, '@aws.region': region, '@source.log': group }
  if ('diagnostics' in compiled || !selects(filter.fieldSelectionCriteria ?? '', known)) return () => undefined
  const pattern = compiled.value
  const isDelimited = filter.filterPattern.trimStart().startsWith('[')
  const system = Object.fromEntries((filter.emitSystemFields ?? []).map((name) => [name, known[name] ?? '']))
  const hasFields = isDelimited || filter.emitSystemFields !== undefined
  return (message) => {
    if (!pattern.test(message)) return undefined
    return hasFields ? { ...(isDelimited ? unmarked(pattern.extract(message)) : {}), ...system } : 'none'
  }
}

/** `$name` of a pattern is `name` in an envelope. */
const unmarked = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name.replace(/^\$/, ''), value]))
