import { decimalText, textOf } from '#languages/insights/functions/values/coercion.ts'
import type { Value } from '#languages/insights/function-entry.ts'
import { FIRST_TEXT, MISSING, type FieldColumn } from '../discovery/field-column.ts'
import type { Reader } from '../reader.ts'

/** Gives each different value of an expression a small number, in order of appearance. */
export class KeyCoder {
  /** The value behind each number. */
  readonly values: Value[] = []
  readonly code: (row: number) => number
  private readonly byText = new Map<string, number>()
  private readonly byNumber = new Map<number, number>()
  private ofNull = -1

  constructor(reader: Reader) {
    const { column } = reader
    if (column !== undefined && reader.isRaw === true) this.code = this.codeOfColumn(column)
    else if (reader.isTime === true) this.code = this.codeOfTime(reader)
    else this.code = (row) => this.codeOf(reader.read(row))
  }

  /** The number of nothing, -1 while it has not come up. */
  get nullCode(): number {
    return this.ofNull
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
      if (code < FIRST_TEXT) return this.codeOfNumber(column.number(row))
      const found = known[code]
      if (found !== undefined) return found
      const made = this.codeOf(column.text(code))
      if (!column.isUnique) return made
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
