import { decimalText, textOf } from '#languages/insights/functions/values/coercion.ts'
import { jsonText } from '#languages/insights/functions/values/json-value.ts'
import type { Value } from '#languages/insights/function-entry.ts'
import type { Reader } from '../reader.ts'

export type Column = { readonly title: string; readonly reader: Reader }

/** Which columns a query shows. */
export class Output {
  /** What is shown where nobody chose columns. */
  private defaults: readonly Column[]
  private shown: readonly Column[] | undefined
  private added: readonly Column[] = []
  private offered: readonly Column[] = []
  private displayed: readonly Column[] | undefined

  constructor(defaults: readonly Column[]) {
    this.defaults = defaults
  }

  /** `fields`: adds to what is there. */
  show(columns: readonly Column[]): void {
    this.shown = merge(this.shown ?? [], columns)
    this.offered = []
  }

  /** `parse`: seen unless `display` decides, before or behind it. */
  showParsed(columns: readonly Column[]): void {
    this.added = merge(this.added, columns)
  }

  /** New values for columns that are there; `shown` are added if they are not, unless a `display` behind decides. */
  add(columns: readonly Column[], shown: readonly string[]): void {
    const seen = new Set(this.columns().map(({ title }) => title))
    const wanted = columns.filter(({ title }) => seen.has(title) || shown.includes(title))
    if (this.displayed === undefined) this.added = merge(this.added, wanted)
    else this.displayed = merge(this.displayed, wanted)
  }

  /** What is seen only until somebody chooses columns. */
  offer(columns: readonly Column[]): void {
    this.offered = merge(this.offered, columns)
  }

  /** `display`: the last one counts. */
  display(columns: readonly Column[]): void {
    this.displayed = merge([], columns)
  }

  /** `stats`: nothing of before is left. */
  replace(columns: readonly Column[]): void {
    this.shown = merge([], columns)
    this.added = []
    this.offered = []
    this.displayed = undefined
  }

  /** Every column reads its rows another way from here on. */
  translate(through: (reader: Reader) => Reader): void {
    const translated = (columns: readonly Column[]): readonly Column[] =>
      columns.map(({ title, reader }) => ({ title, reader: through(reader) }))
    this.defaults = translated(this.defaults)
    this.added = translated(this.added)
    this.offered = translated(this.offered)
    if (this.shown !== undefined) this.shown = translated(this.shown)
    if (this.displayed !== undefined) this.displayed = translated(this.displayed)
  }

  columns(): readonly Column[] {
    return this.displayed ?? merge(merge(this.shown ?? this.defaults, this.added), this.offered)
  }
}

function merge(into: readonly Column[], columns: readonly Column[]): readonly Column[] {
  const merged = new Map(into.map((column) => [column.title, column]))
  for (const column of columns) merged.set(column.title, column)
  return [...merged.values()]
}

/** A value as a result row shows it; undefined where there is none. */
export function cellText(value: Value, reader: Reader): string | undefined {
  if (value === null) return undefined
  if (typeof value === 'number') return reader.isRaw === true ? decimalText(value) : shortDecimal(value)
  if (typeof value === 'object' && value.kind !== 'timestamp') return jsonText(value)
  return textOf(value) ?? undefined
}

/** Computed numbers end after four decimals, as AWS prints them, unless they are short anyway. */
function shortDecimal(number: number): string {
  const text = decimalText(number)
  if (Number.isInteger(number) || text.replace(/^-?0?\.?0*|\.|-/g, '').length <= 12) return text
  return decimalText(Math.abs(number) >= 1 ? Number(number.toFixed(4)) : Number(number.toPrecision(6)))
}
