import { isLevel, isLevelKey, isTextKey } from './line-words.ts'

/** A word of running text; the value under a key; a word that never varies (a key, a level). */
export const TEXT = 0
export const VALUE = 1
export const FIXED = 2

/** A line is read so far; the rest of it is one token. */
const MOST_TOKENS = 256

const DELIMITER = 1
const BLANK = 2
const DIGIT = 4

const classes = new Uint8Array(128)
for (const char of '[](){}<>"\'`=,:;|/\\?!&%#$*^~') classes[char.charCodeAt(0)] = DELIMITER
for (let code = 0; code <= 32; code++) classes[code] = DELIMITER | BLANK
classes[127] = DELIMITER | BLANK
for (let code = 48; code < 58; code++) classes[code] = DIGIT

const classOf = (code: number): number => (code < 128 ? (classes[code] ?? 0) : code === 0xa0 || code === 0x2028 ? DELIMITER | BLANK : 0)
export const isBlank = (code: number): boolean => (classOf(code) & BLANK) !== 0

/** What a blank counts as: line feed, tab or space. */
export const blankOf = (code: number): number => (code === 10 || code === 13 ? 10 : code === 9 ? 9 : 32)

const QUOTE = 34
const COLON = 58
const EQUALS = 61
const SLASH = 47
const BACKSLASH = 92
const DOT = 46
const DASH = 45
const LOWER_A = 97
const LOWER_F = 102

/** What is one token though delimiters are in it: ISO and Apache times, clock times, IPv6 addresses. */
const compounds =
  /\d{4}-\d\d-\d\d[T ]?\d\d:\d\d:\d\d(?:[.,]\d+)?(?:Z|[+-]\d\d:?\d\d)?|\d{1,2}\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d|\d{1,4}\/\d{1,2}\/\d{1,4}|\d{1,2}:\d\d:\d\d(?:[.,]\d+)?(?:Z|[+-]\d\d:?\d\d)?|(?:[0-9a-fA-F]{0,4}:){2,7}[0-9a-fA-F]{0,4}/y

/** The tokens of a line, in place: where each starts and ends, what it is, whether it is dynamic by its look. */
export class LineLexer {
  text = ''
  count = 0
  /** Where the line ends but for blanks. */
  end = 0
  readonly starts = new Int32Array(MOST_TOKENS + 1)
  readonly ends = new Int32Array(MOST_TOKENS + 1)
  readonly kinds = new Uint8Array(MOST_TOKENS + 1)
  readonly dynamic = new Uint8Array(MOST_TOKENS + 1)
  private next = TEXT
  private nextAt = -1

  read(text: string): void {
    this.begin(text)
    let at = 0
    while (at < this.end) {
      if ((classOf(text.charCodeAt(at)) & DELIMITER) !== 0) at++
      else if (this.count === MOST_TOKENS) at = this.push(at, this.end, TEXT, true)
      else at = this.word(at)
    }
  }

  /** Blank by blank, every word dynamic: for lines of so many shapes that none can be remembered. */
  readCoarse(text: string): void {
    this.begin(text)
    let at = 0
    while (at < this.end) {
      const start = at
      while (at < this.end && !isBlank(text.charCodeAt(at))) at++
      if (this.count === MOST_TOKENS) at = this.end
      if (at > start) this.push(start, at, TEXT, true)
      else at++
    }
  }

  token(at: number): string {
    return this.text.slice(this.starts[at] ?? 0, this.ends[at] ?? 0)
  }

  private begin(text: string): void {
    this.text = text
    this.count = 0
    this.nextAt = -1
    let end = text.length
    while (end > 0 && isBlank(text.charCodeAt(end - 1))) end--
    this.end = end
  }

  private push(start: number, end: number, kind: number, isDynamic: boolean): number {
    const at = this.count++
    this.starts[at] = start
    this.ends[at] = end
    this.kinds[at] = kind
    this.dynamic[at] = isDynamic ? 1 : 0
    return end
  }

  private word(start: number): number {
    const { text } = this
    let end = start
    let hasDigit = false
    let hexRun = 0
    for (; end < this.end; end++) {
      const code = text.charCodeAt(end)
      const found = classOf(code)
      if ((found & DELIMITER) !== 0) break
      if (found === DIGIT) hasDigit = true
      hexRun = code >= LOWER_A && code <= LOWER_F ? hexRun + 1 : code === DASH ? 0 : -1e9
    }
    // a hex id that happens to have no digit: no word of such letters is so long
    if (hexRun >= 8) hasDigit = true
    const after = end
    while (end > start && text.charCodeAt(end - 1) === DOT) end--
    if (end === start) return after
    if (hasDigit && end === after) end = this.compoundEnd(start, end)
    const isValue = this.nextAt === start
    const kind = isValue ? this.next : TEXT
    if (this.isKey(start, end)) return this.key(start, end, hasDigit)
    if (hasDigit) return this.push(start, end, kind, true)
    if (isValue && kind === VALUE && isConstant(text, start, end)) return this.push(start, end, kind, true)
    return this.push(start, end, isLevel(text, start, end) ? FIXED : kind, false)
  }

  /** A token that goes on beyond a delimiter; it never crosses a blank. */
  private compoundEnd(start: number, end: number): number {
    const code = this.text.charCodeAt(end)
    if (code !== COLON && code !== SLASH) return end
    compounds.lastIndex = start
    const length = compounds.exec(this.text)?.[0].length ?? 0
    const found = start + length
    return found > end && found <= this.end && !this.text.slice(start, found).includes(' ') ? found : end
  }

  private isKey(start: number, end: number): boolean {
    const { text } = this
    if (text.charCodeAt(end) === EQUALS) return true
    if (text.charCodeAt(end) !== QUOTE || text.charCodeAt(start - 1) !== QUOTE) return false
    return text.charCodeAt(this.skipBlanks(end + 1)) === COLON
  }

  private skipBlanks(at: number): number {
    while (at < this.end && isBlank(this.text.charCodeAt(at))) at++
    return at
  }

  /** A key, and what it says about its value; a value in quotes that is not text is one token. */
  private key(start: number, end: number, hasDigit: boolean): number {
    const { text } = this
    this.push(start, end, hasDigit ? TEXT : FIXED, hasDigit)
    const name = text.slice(start, end)
    const isJson = text.charCodeAt(end) === QUOTE
    const at = isJson ? this.skipBlanks(this.skipBlanks(end + 1) + 1) : end + 1
    const kind = isLevelKey(name) ? FIXED : isTextKey(name) ? TEXT : VALUE
    if (text.charCodeAt(at) !== QUOTE) {
      this.next = kind
      this.nextAt = at
      return end
    }
    const close = kind === TEXT ? -1 : this.closingQuote(at + 1)
    if (close < 0 || this.count >= MOST_TOKENS) return at
    this.push(at + 1, close, kind, hasDigits(text, at + 1, close))
    return close
  }

  private closingQuote(at: number): number {
    for (; at < this.end; at++) {
      const code = this.text.charCodeAt(at)
      if (code === QUOTE) return at
      if (code === BACKSLASH) at++
    }
    return -1
  }
}

function hasDigits(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at)
    if (code >= 48 && code < 58) return true
  }
  return false
}

const isConstant = (text: string, start: number, end: number): boolean =>
  end - start <= 5 && ['true', 'false', 'null'].includes(text.slice(start, end))
