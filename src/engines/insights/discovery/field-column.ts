import { numberOf } from '#languages/insights/functions/values/coercion.ts'
import type { Scalar } from './json-scan.ts'

/** Beyond so many different texts a field names things, and looking each up again gains nothing. */
const MOST_CODES = 1 << 16

const UNREAD = 0
export const MISSING = 1
const NUMBER = 2
/** Codes from here on are texts and booleans of the dictionary. */
export const FIRST_TEXT = 3

/** One field of one group's events: each is read out of its message when it is first asked for. */
export class FieldColumn {
  /** Whether equal texts have equal codes. */
  isUnique = true
  private codes = new Uint32Array(0)
  private numbers = new Float64Array(0)
  private readonly texts: (string | boolean)[] = ['', '', '']
  private readonly textNumbers: number[] = [Number.NaN, Number.NaN, Number.NaN]
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

  code(row: number): number {
    const known = this.codes[row] ?? UNREAD
    return known === UNREAD ? this.read(row) : known
  }

  value(row: number): Scalar {
    const code = this.code(row)
    if (code === MISSING) return null
    return code === NUMBER ? (this.numbers[row] ?? 0) : (this.texts[code] ?? null)
  }

  /** NaN where there is none. */
  number(row: number): number {
    const code = this.code(row)
    return code === NUMBER ? (this.numbers[row] ?? 0) : (this.textNumbers[code] ?? Number.NaN)
  }

  text(code: number): string | boolean {
    return this.texts[code] ?? ''
  }

  private read(row: number): number {
    if (row >= this.codes.length) this.grow(this.size())
    const value = this.extract(row)
    const code = value === null ? MISSING : typeof value === 'number' ? NUMBER : this.codeOf(value)
    this.codes[row] = code
    if (typeof value === 'number') this.numbers[row] = value
    return code
  }

  private codeOf(text: string | boolean): number {
    const known = this.known.get(text)
    if (known !== undefined) return known
    if (this.texts.length < MOST_CODES) this.known.set(text, this.texts.length)
    else this.isUnique = false
    this.textNumbers.push(numberOf(text))
    this.textBytes += 48 + (typeof text === 'string' ? Math.min(text.length, 20) : 0)
    return this.texts.push(text) - 1
  }

  private grow(size: number): void {
    const capacity = Math.max(size, Math.min(size * 2, size + 65536), 256)
    const codes = new Uint32Array(capacity)
    const numbers = new Float64Array(capacity)
    codes.set(this.codes)
    numbers.set(this.numbers)
    this.codes = codes
    this.numbers = numbers
  }
}
