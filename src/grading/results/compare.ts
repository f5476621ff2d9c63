import { never } from '#lib/invariant.ts'
import { defaultCompare, type CompareOptions, type RowsOption } from '../marking.ts'
import type { CellValue, Events, Outcome, Table } from './outcome.ts'
import type { EventDifference, RowDifference } from '../verdict.ts'

/** Where two outcomes part; undefined where they agree. */
export type Comparison = ColumnsDiffer | RowsDiffer | EventsDiffer | RefusalsDiffer

export type ColumnsDiffer = {
  readonly kind: 'columns'
  readonly missing: readonly string[]
  readonly extra: readonly string[]
  readonly yours: Table
  readonly expected: Table
}
export type RowsDiffer = {
  readonly kind: 'rows'
  readonly columns: readonly string[]
  readonly rows: readonly RowDifference[]
  /** The same rows in another order. */
  readonly isOrderOnly: boolean
  readonly yoursTotal: number
  readonly expectedTotal: number
}
export type EventsDiffer = {
  readonly kind: 'events'
  readonly events: readonly Pick<EventDifference, 'state' | 'eventId' | 'timestamp' | 'message'>[]
  readonly yoursTotal: number
  readonly expectedTotal: number
  readonly total: number
}
type RefusalsDiffer = { readonly kind: 'refused'; readonly message: string }

type Row = readonly CellValue[]

/**
 * Compares what an answer gave with what was expected. `whole` are the rows a `top N` was cut from,
 * so that any choice among rows equal at the cut passes.
 */
export function compare(
  expected: Outcome,
  actual: Outcome,
  options: CompareOptions = defaultCompare,
  whole?: Outcome,
): Comparison | undefined {
  if (actual.kind === 'refused') return expected.kind === 'refused' ? undefined : { kind: 'refused', message: actual.message }
  if (expected.kind === 'events' && actual.kind === 'events') return compareEvents(expected, actual)
  if (expected.kind !== 'table' || actual.kind !== 'table') return { kind: 'refused', message: 'the two are of different kinds' }
  const wholeTable = whole?.kind === 'table' ? whole : expected
  const places = align(expected.columns, actual.columns, options.columns)
  if (places === undefined) return columnsDiffer(expected, actual, options)
  const aligned = actual.rows.map((row) => places.map((at) => row[at] ?? null))
  return compareRows(expected, aligned, options, wholeTable)
}

/** Where each expected column stands in the actual ones. */
function align(expected: readonly string[], actual: readonly string[], mode: CompareOptions['columns']): readonly number[] | undefined {
  if (mode === 'by position') return expected.length === actual.length ? expected.map((_, at) => at) : undefined
  const places = expected.map((name) => actual.indexOf(name))
  const isWhole = places.every((at) => at >= 0)
  return isWhole && (mode === 'at least' || actual.length === expected.length) ? places : undefined
}

function columnsDiffer(expected: Table, actual: Table, options: CompareOptions): ColumnsDiffer {
  const missing = expected.columns.filter((name) => !actual.columns.includes(name))
  const extra = options.columns === 'at least' ? [] : actual.columns.filter((name) => !expected.columns.includes(name))
  return { kind: 'columns', missing, extra, yours: actual, expected }
}

function compareRows(expected: Table, actual: readonly Row[], options: CompareOptions, whole: Table): RowsDiffer | undefined {
  const isSame = sameCell(options)
  const leftover = pairOff(expectedRows(expected, options.rows), actual, isSame)
  const isSameSet = leftover.expected.length === 0 && leftover.actual.length === 0
  if (options.rows.kind === 'top' && isTop(expected, actual, options.rows, isSame, whole)) return undefined
  if (isSameSet && isInOrder(expected, actual, options.rows, isSame)) return undefined
  const totals = { columns: expected.columns, yoursTotal: actual.length, expectedTotal: expected.rows.length }
  if (isSameSet) return { kind: 'rows', ...totals, isOrderOnly: true, rows: moved(expected.rows, actual, isSame) }
  return { kind: 'rows', ...totals, isOrderOnly: false, rows: differences(leftover, isSame) }
}

const expectedRows = (expected: Table, rows: RowsOption): readonly Row[] =>
  rows.kind === 'top' ? expected.rows.slice(0, rows.count) : expected.rows

function isInOrder(expected: Table, actual: readonly Row[], rows: RowsOption, isSame: SameCell): boolean {
  switch (rows.kind) {
    case 'any order':
      return true
    case 'ordered':
      return actual.every((row, at) => sameRow(row, expected.rows[at], isSame))
    case 'ordered by':
      return followsColumn(expected, actual, rows.column, isSame)
    case 'top':
      return false
    default:
      return never(rows)
  }
}

// Rows equal in the column may stand in any order, so the column's own values decide.
function followsColumn(expected: Table, actual: readonly Row[], column: string, isSame: SameCell): boolean {
  const at = expected.columns.indexOf(column)
  return at >= 0 && actual.every((row, nth) => isSame(row[at] ?? null, expected.rows[nth]?.[at] ?? null))
}

function isTop(
  expected: Table,
  actual: readonly Row[],
  rows: Extract<RowsOption, { kind: 'top' }>,
  isSame: SameCell,
  whole: Table,
): boolean {
  if (actual.length !== Math.min(rows.count, whole.rows.length)) return false
  return followsColumn(expected, actual, rows.column, isSame) && pairOff(whole.rows, actual, isSame).actual.length === 0
}

type SameCell = (left: CellValue, right: CellValue) => boolean

function sameCell({ tolerance, nulls }: CompareOptions): SameCell {
  const plain = (value: CellValue): CellValue => (nulls === 'equal' && value === '' ? null : value)
  return (left, right) => {
    const [one, other] = [plain(left), plain(right)]
    if (one === other) return true
    if (one === null || other === null || !isNumeric(one) || !isNumeric(other)) return false
    const [first, second] = [Number(one), Number(other)]
    return Math.abs(first - second) <= tolerance * Math.max(1, Math.abs(first), Math.abs(second))
  }
}

const isNumeric = (text: string): boolean => /^-?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(text)

const sameRow = (left: Row, right: Row | undefined, isSame: SameCell): boolean =>
  right !== undefined && left.length === right.length && left.every((cell, at) => isSame(cell, right[at] ?? null))

/** What is left when equal rows have been taken away in pairs: identical ones first, then those within the tolerance. */
function pairOff(
  expected: readonly Row[],
  actual: readonly Row[],
  isSame: SameCell,
): { readonly expected: readonly Row[]; readonly actual: readonly Row[] } {
  const waiting = new Map<string, number>()
  for (const row of expected) waiting.set(key(row), (waiting.get(key(row)) ?? 0) + 1)
  const unpaired = actual.filter((row) => !take(waiting, key(row)))
  const open = expected.filter((row) => take(waiting, key(row)))
  const left = unpaired.filter((row) => {
    const at = open.findIndex((other) => sameRow(row, other, isSame))
    if (at >= 0) open.splice(at, 1)
    return at < 0
  })
  return { expected: open, actual: left }
}

const key = (row: Row): string => row.map((cell) => cell ?? '\u0001').join('\u0000')

function take(counts: Map<string, number>, wanted: string): boolean {
  const count = counts.get(wanted) ?? 0
  if (count > 0) counts.set(wanted, count - 1)
  return count > 0
}

/** Rows that differ, those that have most in common side by side. */
function differences(
  left: { readonly expected: readonly Row[]; readonly actual: readonly Row[] },
  isSame: SameCell,
): readonly RowDifference[] {
  const open = [...left.actual]
  const changed: RowDifference[] = []
  const missing: RowDifference[] = []
  for (const row of left.expected) {
    const at = mostAlike(row, open, isSame)
    const [partner] = at < 0 ? [] : open.splice(at, 1)
    if (partner === undefined) missing.push({ state: 'missing', expected: plainCells(row) })
    else changed.push({ state: 'changed', ...sideBySide(partner, row, isSame) })
  }
  return [...changed, ...missing, ...open.map((row): RowDifference => ({ state: 'extra', yours: plainCells(row) }))]
}

/** The first column counts most: it is what a table is keyed by. */
function mostAlike(row: Row, open: readonly Row[], isSame: SameCell): number {
  let best = -1
  let bestCount = 0
  for (const [at, other] of open.slice(0, 2000).entries()) {
    const count =
      row.filter((cell, nth) => cell !== null && isSame(cell, other[nth] ?? null)).length +
      (isSame(row[0] ?? null, other[0] ?? null) ? 1 : 0)
    if (count > bestCount) [best, bestCount] = [at, count]
  }
  return best
}

const moved = (expected: readonly Row[], actual: readonly Row[], isSame: SameCell): readonly RowDifference[] =>
  actual.flatMap((row, at) => {
    const wanted = expected[at]
    return wanted === undefined || sameRow(row, wanted, isSame) ? [] : [{ state: 'moved' as const, ...sideBySide(row, wanted, isSame) }]
  })

function sideBySide(yours: Row, expected: Row, isSame: SameCell): Pick<RowDifference, 'yours' | 'expected'> {
  const mark = (row: Row, other: Row) => row.map((cell, at) => ({ text: cell ?? '', differs: !isSame(cell, other[at] ?? null) }))
  return { yours: mark(yours, expected), expected: mark(expected, yours) }
}

const plainCells = (row: Row) => row.map((cell) => ({ text: cell ?? '', differs: true }))

function compareEvents(expected: Events, actual: Events): EventsDiffer | undefined {
  const wanted = new Set(expected.events.map((event) => event.eventId))
  const kept = new Set(actual.events.map((event) => event.eventId))
  const extra = actual.events.filter((event) => !wanted.has(event.eventId)).map((event) => ({ ...event, state: 'extra' as const }))
  const missing = expected.events.filter((event) => !kept.has(event.eventId)).map((event) => ({ ...event, state: 'missing' as const }))
  if (extra.length === 0 && missing.length === 0) return undefined
  return { kind: 'events', events: [...extra, ...missing], yoursTotal: kept.size, expectedTotal: wanted.size, total: actual.total }
}

/** Whether an answer behaves as a wrong program does; orders the wrong program does not keep itself are compared as they came. */
export function behavesAlike(wrong: Outcome, actual: Outcome, options: CompareOptions): boolean {
  if (compare(wrong, actual, options) === undefined) return true
  if (wrong.kind !== 'table' || compare(wrong, wrong, options) === undefined) return false
  const rows: RowsOption = options.rows.kind === 'any order' ? options.rows : { kind: 'ordered' }
  return compare(wrong, actual, { ...options, rows }) === undefined
}
