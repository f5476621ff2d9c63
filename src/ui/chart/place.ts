import { DAY, MINUTE } from '#lib/time.ts'
import type { Zone } from '#ui/preferences.ts'
import { formatSeconds, zoneName } from '#ui/time-range/format-time.ts'
import type { ChartKind } from './chart-series.ts'

/** What stands at a place of the x axis, in full. */
export const placeInFull = (kind: ChartKind, zone: Zone) => (x: string | number) =>
  kind === 'time' ? `${formatSeconds(Number(x), zone)} ${zoneName(zone, Number(x))}` : String(x)

/** A tick: as short as the span allows. */
export function tickOf(kind: ChartKind, zone: Zone, span: number): (x: string | number) => string {
  if (kind !== 'time') return (x) => (typeof x === 'string' && x.length > 24 ? `${x.slice(0, 23)}…` : String(x))
  return (x) => {
    const text = formatSeconds(Number(x), zone)
    if (span > 3 * DAY) return text.slice(5, 10)
    if (span > DAY) return text.slice(5, 16)
    return span > 5 * MINUTE ? text.slice(11, 16) : text.slice(11, 19)
  }
}
