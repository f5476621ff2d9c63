import { DAY, HOUR, MINUTE, SECOND, WEEK } from '#lib/time.ts'
import type { Zone } from '#ui/preferences.ts'
import { formatSeconds, zoneName } from '#ui/time-range/format-time.ts'
import { isOverTime, type ChartKind } from './chart-series.ts'

/** What stands at a place of the x axis, in full. */
export const placeInFull = (kind: ChartKind, zone: Zone) => (x: string | number) =>
  isOverTime(kind) ? `${formatSeconds(Number(x), zone)} ${zoneName(zone, Number(x))}` : String(x)

/** A tick: as short as the span allows. */
export function tickOf(kind: ChartKind, zone: Zone, span: number): (x: string | number) => string {
  if (!isOverTime(kind)) return (x) => (typeof x === 'string' && x.length > 24 ? `${x.slice(0, 23)}…` : String(x))
  return (x) => {
    const text = formatSeconds(Number(x), zone)
    if (span > 3 * DAY) return text.slice(5, 10)
    if (span > DAY) return text.slice(5, 16)
    return span > 5 * MINUTE ? text.slice(11, 16) : text.slice(11, 19)
  }
}

const TICK_STEPS = [
  SECOND,
  5 * SECOND,
  15 * SECOND,
  30 * SECOND,
  MINUTE,
  2 * MINUTE,
  5 * MINUTE,
  10 * MINUTE,
  15 * MINUTE,
  30 * MINUTE,
  HOUR,
  2 * HOUR,
  3 * HOUR,
  4 * HOUR,
  6 * HOUR,
  12 * HOUR,
  DAY,
  2 * DAY,
  WEEK,
]
const TICK_WIDTH = 90

/** Round times, as the zone's clock shows them, as many as a width has room for. */
export function timeTicks(from: number, to: number, width: number, zone: Zone): number[] {
  const most = Math.max(2, Math.floor(width / TICK_WIDTH))
  const step = TICK_STEPS.find((one) => (to - from) / one <= most) ?? Math.ceil((to - from) / most / WEEK) * WEEK
  const offset = zone === 'utc' ? 0 : new Date(from).getTimezoneOffset() * MINUTE
  const ticks: number[] = []
  for (let at = Math.ceil((from - offset) / step) * step + offset; at <= to; at += step) ticks.push(at)
  return ticks
}
