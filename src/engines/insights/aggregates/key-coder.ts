import { decimalText, textOf } from '#languages/insights/functions/values/coercion.ts'
import type { Value } from '#languages/insights/function-entry.ts'
import { FIRST_TEXT, MISSING, type FieldColumn } from '../discovery/field-column.ts'
import { readNumbers, type Reader } from '../reader.ts'

/** Gives each different value of an expression a small number, in order of appearance. */
export class KeyCoder {
  /** The value behind each number. */
  readonly values: Value[] = []
  readonly code: (row: number) => number
  private readonly reader: Reader
  private known: Int32Array = new Int32Array(256).fill(-1)
  private scratch = new Float64Array(0)
  private readonly byText = new Map<string, number>()
  private readonly byNumber = new Map<number, number>()
  private ofNull = -1

  constructor(reader: Reader) {
    const { column } = reader
    this.reader = reader
    if (column !== undefined && reader.isRaw === true) this.code = this.codeOfColumn(column)
    else if (reader.isTime === true) this.code = this.codeOfTime(reader)
    else this.code = (row) => this.codeOf(reader.read(row))
  }

  /** The number of nothing, -1 while it has not come up. */
  get nullCode(): number {
    return this.ofNull
  }

  /** `code` of each of the rows. */
  codes(rows: Uint32Array, count: number, into: Uint32Array): void {
    const { column, isRaw, isTime } = this.reader
    this.reader.prepare?.(rows, count)
    if (column !== undefined && isRaw === true && column.isUnique) this.codesOfColumn(column, rows, count, into)
    else if (isTime === true) this.codesOfTimes(rows, count, into)
    else for (let at = 0; at < count; at++) into[at] = this.code(rows[at] ?? 0)
  }

  private codesOfColumn(column: FieldColumn, rows: Uint32Array, count: number, into: Uint32Array): void {
    column.load(rows, count)
    const { codes } = column
    let { known } = this
    for (let at = 0; at < count; at++) {
      const row = rows[at] ?? 0
      const code = codes[row] ?? MISSING
      let made = known[code] ?? -1
      if (made < 0) {
        made = this.code(row)
        // a number is looked up each time: its cell does not tell which
        if (code >= FIRST_TEXT || code === MISSING) {
          known = this.widened(code)
          known[code] = made
        }
      }
      into[at] = made
    }
  }

  private widened(code: number): Int32Array {
    if (code < this.known.length) return this.known
    const wider = new Int32Array(Math.max(code + 1, this.known.length * 2)).fill(-1)
    wider.set(this.known)
    this.known = wider
    return wider
  }

  private codesOfTimes(rows: Uint32Array, count: number, into: Uint32Array): void {
    if (this.scratch.length < count) this.scratch = new Float64Array(count)
    const millis = this.scratch
    readNumbers(this.reader, rows, count, millis)
    let last = Number.NaN
    let code = 0
    for (let at = 0; at < count; at++) {
      const time = millis[at] ?? Number.NaN
      if (time !== last) {
        code = this.code(rows[at] ?? 0)
        last = time
      }
      into[at] = code
    }
  }

  private codeOf(value: Value): number {
    if (typeof value === 'number') return this.codeOfNumber(value)
    if (value !== null && typeof value === 'object' && value.kind === 'timestamp') return this.intern(`\u0000${value.millis}`, value)
    const text = textOf(value)
    return text === null ? this.codeOfNull() : this.intern(text, value)
  }

  private codeOfColumn(column: FieldColumn): (row: number) => number {
    const known: (number | undefined)[] = []
    return (row) => {
      const code = column.code(row)
      if (code === MISSING) return this.codeOfNull()
      if (code < FIRST_TEXT) return this.codeOf(column.value(row))
      const found = known[code]
      if (found !== undefined) return found
      const made = this.codeOf(column.text(code))
      known[code] = made
      return made
    }
  }

  /** Rows come in order of time, so a bin is as a rule the one before. */
  private codeOfTime(reader: Reader): (row: number) => number {
    let last = Number.NaN
    let lastCode = -1
    return (row) => {
      const millis = reader.number(row)
      if (millis === last) return lastCode
      last = millis
      lastCode = Number.isNaN(millis) ? this.codeOfNull() : this.codeOf({ kind: 'timestamp', millis })
      return lastCode
    }
  }

  private codeOfNumber(number: number): number {
    const known = this.byNumber.get(number)
    if (known !== undefined) return known
    const made = this.intern(decimalText(number), number)
    this.byNumber.set(number, made)
    return made
  }

  private codeOfNull(): number {
    if (this.ofNull < 0) this.ofNull = this.values.push(null) - 1
    return this.ofNull
  }

  private intern(text: string, value: Value): number {
    const known = this.byText.get(text)
    if (known !== undefined) return known
    this.byText.set(text, this.values.length)
    return this.values.push(value) - 1
  }
}
