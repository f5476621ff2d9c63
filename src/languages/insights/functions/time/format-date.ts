// strftime, as formatDate takes it
import { DAY, MINUTE } from '#lib/time.ts'
import { dayNames, monthNames } from './names.ts'
import { zoneOffset } from './time-zone.ts'

type Moment = { readonly date: Date; readonly offset: number; readonly zone: string; readonly millis: number }

const two = (number: number): string => String(number).padStart(2, '0')
const hour12 = ({ date }: Moment): number => date.getUTCHours() % 12 || 12

const directives: Readonly<Record<string, (moment: Moment) => string>> = {
  Y: ({ date }) => String(date.getUTCFullYear()),
  y: ({ date }) => two(date.getUTCFullYear() % 100),
  C: ({ date }) => two(Math.floor(date.getUTCFullYear() / 100)),
  m: ({ date }) => two(date.getUTCMonth() + 1),
  d: ({ date }) => two(date.getUTCDate()),
  e: ({ date }) => String(date.getUTCDate()).padStart(2, ' '),
  H: ({ date }) => two(date.getUTCHours()),
  I: (moment) => two(hour12(moment)),
  k: ({ date }) => String(date.getUTCHours()).padStart(2, ' '),
  l: (moment) => String(hour12(moment)).padStart(2, ' '),
  M: ({ date }) => two(date.getUTCMinutes()),
  S: ({ date }) => two(date.getUTCSeconds()),
  L: ({ date }) => String(date.getUTCMilliseconds()).padStart(3, '0'),
  f: ({ date }) => String(date.getUTCMilliseconds()).padStart(3, '0').padEnd(6, '0'),
  N: ({ date }) => String(date.getUTCMilliseconds()).padStart(3, '0').padEnd(9, '0'),
  p: ({ date }) => (date.getUTCHours() < 12 ? 'AM' : 'PM'),
  P: ({ date }) => (date.getUTCHours() < 12 ? 'am' : 'pm'),
  a: ({ date }) => (dayNames[date.getUTCDay()] ?? '').slice(0, 3),
  A: ({ date }) => dayNames[date.getUTCDay()] ?? '',
  b: ({ date }) => (monthNames[date.getUTCMonth()] ?? '').slice(0, 3),
  h: ({ date }) => (monthNames[date.getUTCMonth()] ?? '').slice(0, 3),
  B: ({ date }) => monthNames[date.getUTCMonth()] ?? '',
  j: ({ date }) => String(dayOfYear(date)).padStart(3, '0'),
  u: ({ date }) => String(date.getUTCDay() || 7),
  w: ({ date }) => String(date.getUTCDay()),
  U: ({ date }) => two(Math.floor((dayOfYear(date) + 6 - date.getUTCDay()) / 7)),
  W: ({ date }) => two(Math.floor((dayOfYear(date) + 6 - daysSinceMonday(date)) / 7)),
  V: ({ date }) => two(Math.floor((dayOfYear(isoThursday(date)) + 6) / 7)),
  G: ({ date }) => String(isoThursday(date).getUTCFullYear()),
  g: ({ date }) => two(isoThursday(date).getUTCFullYear() % 100),
  s: ({ millis }) => String(Math.floor(millis / 1000)),
  z: ({ offset }) => offsetText(offset),
  Z: ({ zone }) => zone,
  n: () => '\n',
  t: () => '\t',
  '%': () => '%',
}

const combined: Readonly<Record<string, string>> = {
  F: '%Y-%m-%d',
  T: '%H:%M:%S',
  R: '%H:%M',
  D: '%m/%d/%y',
  r: '%I:%M:%S %p',
  c: '%a %b %e %H:%M:%S %Y',
  x: '%m/%d/%y',
  X: '%H:%M:%S',
}

/** The time written by the pattern; undefined for a zone nobody knows or a time outside the calendar. */
export function formatDate(millis: number, pattern: string, zone: string): string | undefined {
  const offset = zoneOffset(zone, millis)
  if (offset === undefined) return undefined
  const date = new Date(millis + offset)
  if (Number.isNaN(date.getTime())) return undefined
  const moment = { date, offset, zone, millis }
  const whole = pattern.replace(/%([FTRDrcxX])/g, (_, letter: string) => combined[letter] ?? '')
  return whole.replace(/%(.)/g, (written: string, letter: string) => directives[letter]?.(moment) ?? written)
}

const dayOfYear = (date: Date): number => Math.floor((date.getTime() - Date.UTC(date.getUTCFullYear(), 0, 1)) / DAY) + 1

const daysSinceMonday = (date: Date): number => (date.getUTCDay() + 6) % 7

/** The Thursday of the date's week: an ISO week belongs to the year of its Thursday. */
const isoThursday = (date: Date): Date => new Date(date.getTime() + (3 - daysSinceMonday(date)) * DAY)

function offsetText(offset: number): string {
  const minutes = Math.abs(offset) / MINUTE
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}${two(minutes % 60)}`
}
