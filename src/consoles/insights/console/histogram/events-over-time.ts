import { DAY, HOUR, MINUTE, SECOND, type Millis, type TimeRange } from '#lib/time.ts'
import { cell, type Row } from '#ui/table/columns.ts'
import { narrowedTo } from '../../narrowed.ts'

export type Bin = { readonly start: Millis; readonly count: number }

const widths: readonly (readonly [Millis, string])[] = [
  [SECOND, '1s'],
  [5 * SECOND, '5s'],
  [10 * SECOND, '10s'],
  [30 * SECOND, '30s'],
  [MINUTE, '1m'],
  [5 * MINUTE, '5m'],
  [15 * MINUTE, '15m'],
  [30 * MINUTE, '30m'],
  [HOUR, '1h'],
  [6 * HOUR, '6h'],
  [DAY, '1d'],
]
const MOST_BINS = 80
const WIDEST = [7 * DAY, '7d'] as const

/** Bins as narrow as still fit side by side. */
export const binOf = ({ start, end }: TimeRange): readonly [Millis, string] =>
  widths.find(([width]) => (end - start) / width <= MOST_BINS) ?? WIDEST

/** A query that counts, over time, the events which come through another's filters. */
export const countingQuery = (query: string, range: TimeRange): string =>
  narrowedTo(query, `stats count(*) as events by bin(${binOf(range)[1]}) as start`)

/** A bin for each stretch of the range, empty ones too. */
export function binsOf(rows: readonly Row[], range: TimeRange): readonly Bin[] {
  const [width] = binOf(range)
  const counts = new Map(rows.map((row) => [timeOf(cell(row, 'start') ?? ''), Number(cell(row, 'events') ?? 0)]))
  const bins: Bin[] = []
  for (let start = Math.floor(range.start / width) * width; start < range.end; start += width)
    bins.push({ start, count: counts.get(start) ?? 0 })
  return bins
}

/** `2026-03-04 09:05:00.000`, as the product writes a time. */
const timeOf = (text: string): Millis => (/^\d+$/.test(text) ? Number(text) : Date.parse(`${text.replace(' ', 'T')}Z`))
