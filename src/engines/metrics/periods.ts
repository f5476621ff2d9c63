import { Summary, type BucketColumns, type StoredMetric, type UnitColumns } from '#stores/metric-store.ts'
import { SECOND, type Millis, type TimeRange } from '#lib/time.ts'
import { readableFor, roundEnd, roundStart } from './period.ts'

/** Periods as a read lays them: from the rounded start on, those that begin before `end`. */
export type Grid = TimeRange & { readonly width: Millis }

/** The periods a reader asked for; nothing where the start lies too far back for them. */
export function gridOf(range: TimeRange, period: number, now: Millis): Grid | undefined {
  if (now - range.start > readableFor(period)) return undefined
  return { start: roundStart(range.start, period, now), end: roundEnd(range.end, period), width: period * SECOND }
}

/** The buckets that answer a period: below a minute only those of high resolution. */
export const columnsFor = ({ high, standard }: UnitColumns, width: Millis): readonly BucketColumns[] =>
  [high, width < 60 * SECOND ? undefined : standard].filter((columns) => columns !== undefined)

/** The units of which a metric has a sample in a grid, in alphabetical order. */
export const unitsIn = (metric: StoredMetric, { start, end, width }: Grid): readonly string[] =>
  metric.units.filter((unit) => {
    const last = start + Math.ceil((end - start) / width) * width
    return columnsFor(metric.ofUnit(unit) ?? {}, width).some((columns) => columns.lowerBound(start) < columns.lowerBound(last))
  })

type Cursor = { readonly columns: BucketColumns; readonly size: number; row: number }

/** One for all reads: each is over before the next begins. */
const summary = new Summary()

/** Calls `visit` for each period that has a bucket, in order of time; what it is given holds until it returns. */
export function visitPeriods(
  unit: UnitColumns,
  { start, end, width }: Grid,
  withBins: boolean,
  visit: (timestamp: Millis, period: Summary) => void,
): void {
  const cursors = columnsFor(unit, width).map((columns): Cursor => ({ columns, row: columns.lowerBound(start), size: columns.size }))
  for (;;) {
    const next = nextStart(cursors)
    const begin = start + Math.floor((next - start) / width) * width
    if (!(begin < end)) return
    summary.clear()
    for (const cursor of cursors) takeUntil(cursor, begin + width, withBins)
    visit(begin, summary)
  }
}

function nextStart(cursors: readonly Cursor[]): Millis {
  let next = Infinity
  for (const { columns, row, size } of cursors) if (row < size) next = Math.min(next, columns.start(row))
  return next
}

function takeUntil(cursor: Cursor, end: Millis, withBins: boolean): void {
  const { columns, size } = cursor
  while (cursor.row < size && columns.start(cursor.row) < end) {
    columns.mergeInto(summary, cursor.row, withBins)
    cursor.row++
  }
}

/** What lies in one window, wherever it begins. */
export function summaryOfWindow(columns: readonly BucketColumns[], start: Millis, end: Millis, withBins: boolean): Summary {
  summary.clear()
  for (const each of columns) {
    for (let row = each.lowerBound(start); row < each.size && each.start(row) < end; row++) each.mergeInto(summary, row, withBins)
  }
  return summary
}
