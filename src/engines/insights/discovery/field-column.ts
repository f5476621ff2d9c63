import { numberOf } from '#languages/insights/functions/values/coercion.ts'
import type { Scalar } from './json-scan.ts'

/** Beyond so many different texts a field names things, and looking each up again gains nothing. */
const MOST_CODES = 1 << 16

const UNREAD = 0
export const MISSING = 1
export const NUMBER = 2
/** A text that is not kept: it is read out of its message again. */
export const OPEN = 3
/** Codes from here on are texts and booleans of the dictionary. */
export const FIRST_TEXT = 4
/** At so many different texts it shows whether nearly every one is. */
const CODES_TO_JUDGE = 8192
const MOSTLY_DIFFERENT = 0.75

/** One field of one group's events: each is read out of its message when it is first asked for. */
export class FieldColumn {
  /** Whether equal texts have equal codes. */
  isUnique = true
  /** Of each row, once it was loaded. */
  codes: Uint8Array | Uint16Array | Uint32Array = new Uint8Array(0)
  /** NaN where the cell is no number; shorter than `codes` where no later one is. */
  numbers = new Float64Array(0)
  /** Whether a text of it counts as a number: then `numbers` is not all of them. */
  hasNumericTexts = false
  private rowsRead = 0
  private textsRead = 0
  private widest = 255
  private readonly texts: (string | boolean)[] = ['', '', '', '']
  private readonly textNumbers: number[] = [Number.NaN, Number.NaN, Number.NaN, Number.NaN]
  private readonly known = new Map<string | boolean, number>()
  private textBytes = 0
  private readonly size: () => number
  private readonly extract: (row: number) => Scalar

  constructor(size: () => number, extract: (row: number) => Scalar) {
    this.size = size
    this.extract = extract
  }

  get heldBytes(): number {
    return this.codes.byteLength + this.numbers.byteLength + this.textBytes
  }

  /** Reads what was not read of these rows. */
  load(rows: Uint32Array, count: number): void {
    if (this.rowsRead === this.size()) return
    for (let at = 0; at < count; at++) this.code(rows[at] ?? 0)
  }

  code(row: number): number {
    const known = this.codes[row] ?? UNREAD
    return known === UNREAD ? this.read(row) : known
  }

  value(row: number): Scalar {
    const code = this.code(row)
    if (code === MISSING) return null
    if (code === OPEN) return this.extract(row)
    return code === NUMBER ? (this.numbers[row] ?? 0) : (this.texts[code] ?? null)
  }

  /** NaN where there is none. */
  number(row: number): number {
    const code = this.code(row)
    if (code === OPEN) return numberOf(this.extract(row))
    return code === NUMBER ? (this.numbers[row] ?? Number.NaN) : (this.textNumbers[code] ?? Number.NaN)
  }

  text(code: number): string | boolean {
    return this.texts[code] ?? ''
  }

  private read(row: number): number {
    if (row >= this.codes.length) this.grow(this.size())
    const value = this.extract(row)
    const code = value === null ? MISSING : typeof value === 'number' ? NUMBER : this.codeOf(value)
    if (code > this.widest) this.widen()
    this.codes[row] = code
    this.rowsRead++
    if (typeof value === 'number') this.putNumber(row, value)
    return code
  }

  private putNumber(row: number, value: number): void {
    if (row >= this.numbers.length) {
      const numbers = new Float64Array(this.codes.length)
      numbers.set(this.numbers)
      numbers.fill(Number.NaN, this.numbers.length)
      this.numbers = numbers
    }
    this.numbers[row] = value
  }

  private codeOf(text: string | boolean): number {
    this.textsRead++
    const known = this.known.get(text)
    if (known !== undefined) return known
    const { length } = this.texts
    const isMostlyDifferent = length === CODES_TO_JUDGE && length > this.textsRead * MOSTLY_DIFFERENT
    if (!this.isUnique || length >= MOST_CODES || isMostlyDifferent) {
      this.isUnique = false
      this.hasNumericTexts = true
      return OPEN
    }
    this.known.set(text, length)
    const number = numberOf(text)
    if (!Number.isNaN(number)) this.hasNumericTexts = true
    this.textNumbers.push(number)
    this.textBytes += 48 + (typeof text === 'string' ? Math.min(text.length, 20) : 0)
    return this.texts.push(text) - 1
  }

  private widen(): void {
    this.codes = this.widest === 255 ? new Uint16Array(this.codes) : new Uint32Array(this.codes)
    this.widest = 2 ** (8 * this.codes.BYTES_PER_ELEMENT) - 1
  }

  private grow(size: number): void {
    const capacity = Math.max(size, Math.min(size * 2, size + 65536), 256)
    const { codes } = this
    const grown =
      codes.BYTES_PER_ELEMENT === 1
        ? new Uint8Array(capacity)
        : codes.BYTES_PER_ELEMENT === 2
          ? new Uint16Array(capacity)
          : new Uint32Array(capacity)
    grown.set(codes)
    this.codes = grown
  }
}
