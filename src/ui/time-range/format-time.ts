import { DAY, HOUR, MINUTE, SECOND, WEEK, type Millis, type TimeRange } from '#lib/time.ts'
import type { Zone } from '#ui/preferences.ts'

const two = (value: number): string => value.toString().padStart(2, '0')

type Parts = { readonly date: string; readonly time: string; readonly millis: string }

function partsOf(at: Millis, zone: Zone): Parts {
  const local = zone === 'local' ? new Date(at).getTimezoneOffset() * MINUTE : 0
  const text = new Date(at - local).toISOString()
  return { date: text.slice(0, 10), time: text.slice(11, 19), millis: text.slice(20, 23) }
}

/** `2026-03-04 09:00:12.184`, as the vendor's console writes it. */
export function formatTime(at: Millis, zone: Zone): string {
  const { date, time, millis } = partsOf(at, zone)
  return `${date} ${time}.${millis}`
}

/** `2026-03-04 09:00:12`, as a person types it. */
export function formatSeconds(at: Millis, zone: Zone): string {
  const { date, time } = partsOf(at, zone)
  return `${date} ${time}`
}

/** `2026-03-04T09:00:12.184Z`, or with the offset of the person's own zone. */
export function formatZoned(at: Millis, zone: Zone): string {
  const { date, time, millis } = partsOf(at, zone)
  return `${date}T${time}.${millis}${zone === 'utc' ? 'Z' : offsetOf(at)}`
}

function offsetOf(at: Millis): string {
  const minutes = -new Date(at).getTimezoneOffset()
  const size = Math.abs(minutes)
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
}

export const zoneName = (zone: Zone, at: Millis): string => (zone === 'utc' ? 'UTC' : `UTC${offsetOf(at)}`)

/** `4 Mar 09:00 to 09:30`; the second day is said where it is another. */
export function formatRange({ start, end }: TimeRange, zone: Zone): string {
  const from = partsOf(start, zone)
  const to = partsOf(end, zone)
  const day = (parts: Parts) =>
    new Date(`${parts.date}T00:00:00Z`).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })
  const time = (parts: Parts) => (parts.time.endsWith(':00') ? parts.time.slice(0, 5) : parts.time)
  return `${day(from)} ${time(from)} to ${from.date === to.date ? '' : `${day(to)} `}${time(to)}`
}

/** Reads `2026-03-04 09:00[:12[.184]]`, with T or a space, Z or an offset; without one the zone counts. */
export function parseTime(text: string, zone: Zone): Millis | undefined {
  const found = /^\s*(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(:\d{2}(?:\.\d{1,3})?)?)?\s*(Z|[+-]\d{2}:\d{2})?\s*$/.exec(text)
  if (!found) return undefined
  const [, date, time = '00:00', seconds = ':00', offset] = found
  const at = Date.parse(`${date}T${time}${seconds}${offset ?? (zone === 'utc' ? 'Z' : '')}`)
  return Number.isNaN(at) ? undefined : at
}

const units: readonly (readonly [Millis, string])[] = [
  [WEEK, 'week'],
  [DAY, 'day'],
  [HOUR, 'hour'],
  [MINUTE, 'min'],
  [SECOND, 's'],
]

/** `30 min`, `3 weeks`: the largest unit that divides it. */
export function formatLength(length: Millis): string {
  const [size, name] = units.find(([unit]) => length >= unit && length % unit === 0) ?? [1, 'ms']
  const count = length / size
  return `${count} ${name}${count === 1 || name.length < 4 ? '' : 's'}`
}
