import { blankOf, FIXED, isBlank, type LineLexer } from './line-lexer.ts'

const LOW = 0x01000193
const HIGH = 0x2c1b3c6d
const PLACE = 0xfffe
const DYNAMIC = 0xffff

/** A hash of 53 bits in two lanes: of 100 000 different texts two collide once in two million runs. */
export class LineHash {
  private low = 1
  private high = 2

  /** Of all that stands between the tokens, and of the words that never vary. */
  shapeOf(line: LineLexer): number {
    this.begin()
    let at = 0
    for (let token = 0; token < line.count; token++) {
      const start = line.starts[token] ?? 0
      this.mixBetween(line.text, at, start)
      this.mix(PLACE)
      at = line.ends[token] ?? 0
      if (line.dynamic[token] === 0 && line.kinds[token] === FIXED) this.mixText(line.text, start, at)
    }
    this.mixBetween(line.text, at, line.end)
    return this.value()
  }

  /** Of the words, but for those that are dynamic or stand where any word may stand. */
  wordsOf(line: LineLexer, isFree: Uint8Array): number {
    this.begin()
    for (let token = 0; token < line.count; token++) {
      if (line.dynamic[token] === 1 || isFree[token] === 1) this.mix(DYNAMIC)
      else this.mixText(line.text, line.starts[token] ?? 0, line.ends[token] ?? 0)
      this.mix(PLACE)
    }
    return this.value()
  }

  /** The same of words that were taken from a line. */
  wordsIn(words: readonly (string | undefined)[]): number {
    this.begin()
    for (const word of words) {
      if (word === undefined) this.mix(DYNAMIC)
      else this.mixText(word, 0, word.length)
      this.mix(PLACE)
    }
    return this.value()
  }

  private begin(): void {
    this.low = 1
    this.high = 2
  }

  private mix(code: number): void {
    this.low = Math.imul(this.low ^ code, LOW)
    this.high = Math.imul(this.high ^ code, HIGH)
  }

  private mixText(text: string, from: number, to: number): void {
    let { low, high } = this
    for (let at = from; at < to; at++) {
      const code = text.charCodeAt(at)
      low = Math.imul(low ^ code, LOW)
      high = Math.imul(high ^ code, HIGH)
    }
    this.low = low
    this.high = high
  }

  /** With each run of blanks as its first one. */
  private mixBetween(text: string, from: number, to: number): void {
    let { low, high } = this
    for (let at = from, isRun = false; at < to; at++) {
      const code = text.charCodeAt(at)
      const isBlankHere = isBlank(code)
      if (isBlankHere && isRun) continue
      const mixed = isBlankHere ? blankOf(code) : code
      low = Math.imul(low ^ mixed, LOW)
      high = Math.imul(high ^ mixed, HIGH)
      isRun = isBlankHere
    }
    this.low = low
    this.high = high
  }

  private value(): number {
    return (this.low >>> 0) * 0x200000 + (this.high >>> 11)
  }
}
