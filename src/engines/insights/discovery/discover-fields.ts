import type { KnownField } from '#lib/text/language.ts'
import type { Millis } from '#lib/time.ts'
import type { LogGroup } from '#stores/log-store.ts'
import { decimalText, textOf } from '#languages/insights/functions/values/coercion.ts'
import { fieldsOf } from './group-fields.ts'

const MOST_SAMPLED = 2000
const LEAST_SAMPLED = 100
/** A side bar's list must not keep anybody waiting. */
const BYTES_SAMPLED = 2_000_000
const MOST_SAMPLES = 3
const LONGEST_SAMPLE = 120
const MOST_FIELDS = 1000

type Tally = { times: number; samples: string[] }

/** The fields of the events of that time (end inclusive), the commonest first: how many have each, and some of its values. A large range is sampled evenly. */
export function discoverFields(group: LogGroup, start: Millis, end: Millis): readonly KnownField[] {
  const lower = group.lowerBound(start)
  const upper = group.lowerBound(end + 1)
  const affordable = (BYTES_SAMPLED * group.size) / Math.max(1, group.storedBytes)
  const step = Math.max(1, (upper - lower) / Math.max(LEAST_SAMPLED, Math.min(MOST_SAMPLED, affordable)))
  const tallies = new Map<string, Tally>()
  let sampled = 0
  for (let place = lower; place < upper; place += step) {
    countRow(group, Math.floor(place), tallies)
    sampled++
  }
  return [...tallies]
    .sort(([leftName, left], [rightName, right]) => right.times - left.times || (leftName < rightName ? -1 : 1))
    .slice(0, MOST_FIELDS)
    .map(([name, { times, samples }]) => ({ name, percent: Math.round((times / sampled) * 1000) / 10, samples }))
}

function countRow(group: LogGroup, row: number, tallies: Map<string, Tally>): void {
  put(tallies, '@timestamp', textOf({ kind: 'timestamp', millis: group.timestamp(row) }))
  put(tallies, '@message', group.shownMessage(row))
  put(tallies, '@logStream', group.stream(row))
  put(tallies, '@ingestionTime', textOf({ kind: 'timestamp', millis: group.ingestionTime(row) }))
  for (const [name, value] of fieldsOf(group).fieldsOf(row))
    put(tallies, name, typeof value === 'number' ? decimalText(value) : textOf(value))
}

function put(tallies: Map<string, Tally>, name: string, value: string | null): void {
  const tally = tallies.get(name) ?? { times: 0, samples: [] }
  tallies.set(name, tally)
  tally.times++
  if (value === null || tally.samples.length >= MOST_SAMPLES) return
  const sample = value.length > LONGEST_SAMPLE ? `${value.slice(0, LONGEST_SAMPLE - 1)}…` : value
  if (!tally.samples.includes(sample)) tally.samples.push(sample)
}
