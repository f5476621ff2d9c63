import { numberOf } from '#languages/insights/functions/values/coercion.ts'
import type { Scalar } from './json-scan.ts'

const BLOCK_BITS = 12
const BLOCK = 1 << BLOCK_BITS
const MASK = BLOCK - 1
/** Beyond so many different texts a field names things, and looking each up again gains nothing. */
const MOST_CODES = 1 << 16

export const MISSING = 0
const NUMBER = 1
/** Codes from here on are texts and booleans of the dictionary. */
export const FIRST_TEXT = 2

/** One field of one group's events: read out of the messages a block at a time, when first asked for. */
export class FieldColumn {
  /** Whether equal texts have equal codes. */
  isUnique = true
  private codes = new Uint32Array(0)
  private numbers = new Float64Array(0)
  private built = new Uint16Array(0)
  private readonly texts: (string | boolean)[] = ['', '']
  private readonly textNumbers: number[] = [Number.NaN, Number.NaN]
  private readonly known = new Map<string | boolean, number>()
  private textBytes = 0
  private readonly size: () => number
  private readonly extract: (row: number) => Scalar

  constructor(size: () => number, extract: (row: number) => Scalar) {
    this.size = size
    this.extract = extract
  }

  /** Codes up to now: a bound for tables by code. */
  get codeCount(): number {
    return this.texts.length
  }

  get heldBytes(): number {
    return this.codes.byteLength + this.numbers.byteLength + this.built.byteLength + this.textBytes
  }

  code(row: number): number {
    if ((row & MASK) >= (this.built[row >> BLOCK_BITS] ?? 0)) this.build(row >> BLOCK_BITS)
    return this.codes[row] ?? MISSING
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

  private build(block: number): void {
    const end = Math.min(this.size(), (block + 1) << BLOCK_BITS)
    if (end > this.codes.length) this.grow(this.size())
    for (let row = (block << BLOCK_BITS) + (this.built[block] ?? 0); row < end; row++) this.put(row, this.extract(row))
    this.built[block] = end - (block << BLOCK_BITS)
  }

  private put(row: number, value: Scalar): void {
    if (value === null) return
    if (typeof value !== 'number') {
      this.codes[row] = this.codeOf(value)
      return
    }
    this.codes[row] = NUMBER
    this.numbers[row] = value
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
    const built = new Uint16Array((capacity >> BLOCK_BITS) + 1)
    codes.set(this.codes)
    numbers.set(this.numbers)
    built.set(this.built)
    this.codes = codes
    this.numbers = numbers
    this.built = built
  }
}
