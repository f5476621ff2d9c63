import { DAY, HOUR, MINUTE, SECOND, WEEK } from '#lib/time.ts'
import type { PeriodUnit } from '../../ast.ts'

export type Period = { readonly amount: number; readonly unit: PeriodUnit }

const spellings: Readonly<Record<PeriodUnit, readonly string[]>> = {
  ms: ['ms', 'msec', 'msecs', 'millisecond', 'milliseconds'],
  s: ['s', 'sec', 'secs', 'second', 'seconds'],
  m: ['m', 'min', 'mins', 'minute', 'minutes'],
  h: ['h', 'hr', 'hrs', 'hour', 'hours'],
  d: ['d', 'day', 'days'],
  w: ['w', 'week', 'weeks'],
  mo: ['mo', 'mos', 'mon', 'mons', 'month', 'months'],
  q: ['q', 'qs', 'qtr', 'qtrs', 'quarter', 'quarters'],
  y: ['y', 'yr', 'yrs', 'year', 'years'],
}
const unitBySpelling = new Map<string, PeriodUnit>()
for (const unit of ['ms', 's', 'm', 'h', 'd', 'w', 'mo', 'q', 'y'] as const) {
  for (const spelling of spellings[unit]) unitBySpelling.set(spelling, unit)
}

/** A larger amount is lowered without a word (CWL_QuerySyntax-Stats: `bin(300s)` is `bin(60s)`). */
const caps: Partial<Record<PeriodUnit, number>> = { ms: 1000, s: 60, m: 60, h: 24 }
const lengths: Partial<Record<PeriodUnit, number>> = { ms: 1, s: SECOND, m: MINUTE, h: HOUR, d: DAY, w: WEEK }
const MONDAY = 4 * DAY

const seen = new Map<string, Period | undefined>()

/** `5m`, `2hrs`, `1 quarter`; undefined where it is none. */
export function parsePeriod(text: string): Period | undefined {
  const known = seen.get(text)
  if (known !== undefined) return known
  const found = /^\s*(\d+(?:\.\d+)?)\s*([a-z]+)\s*$/i.exec(text)
  const unit = unitBySpelling.get(found?.[2]?.toLowerCase() ?? '')
  const amount = Number(found?.[1])
  const period = unit === undefined || !(amount > 0) ? undefined : { amount: Math.min(amount, caps[unit] ?? amount), unit }
  if (seen.size < 256) seen.set(text, period)
  return period
}

/** The length of a fixed period, undefined for months and longer. */
export const fixedLength = (period: Period): number | undefined => {
  const length = lengths[period.unit]
  return length === undefined ? undefined : length * period.amount
}

/** Weeks begin on Monday, months, quarters and years by the calendar, all in UTC. */
export function floorTo(millis: number, period: Period): number {
  const length = fixedLength(period)
  if (length === undefined) return monthStart(floorMonth(millis, period))
  const origin = period.unit === 'w' ? MONDAY : 0
  return Math.floor((millis - origin) / length) * length + origin
}

/** The end of the period; a time on the boundary stays. */
export function ceilTo(millis: number, period: Period): number {
  const floor = floorTo(millis, period)
  if (floor === millis) return millis
  const length = fixedLength(period)
  return length === undefined ? monthStart(floorMonth(millis, period) + monthsIn(period)) : floor + length
}

const monthsIn = (period: Period): number =>
  Math.max(1, Math.trunc(period.amount)) * (period.unit === 'y' ? 12 : period.unit === 'q' ? 3 : 1)

function floorMonth(millis: number, period: Period): number {
  const date = new Date(millis)
  const months = monthsIn(period)
  return Math.floor((date.getUTCFullYear() * 12 + date.getUTCMonth()) / months) * months
}

const monthStart = (month: number): number => Date.UTC(Math.floor(month / 12), ((month % 12) + 12) % 12, 1)
