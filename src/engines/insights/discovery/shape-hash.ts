const QUOTE = 34
const BACKSLASH = 92
const COMMA = 44
const COLON = 58
const OPEN_BRACE = 123
const CLOSE_BRACE = 125
const OPEN_BRACKET = 91
const CLOSE_BRACKET = 93
const NULL = 110
const DEEPEST = 64

const LOW_PRIME = 0x01000193
const HIGH_PRIME = 0x5bd1e995

/**
 * Gives JSON events of one shape one number, in one pass: this is what the first query over a group waits for.
 * Over bytes, because reading a text unit by unit takes twice as long (V8 asks for its representation each time).
 */
export class ShapeHash {
  private readonly encoder = new TextEncoder()
  private bytes = new Uint8Array(4096)
  private readonly arrays = new Uint8Array(DEEPEST + 1)
  private low = 0
  private high = 0
  private depth = 0

  /** A number for the shape of the JSON object that is all of `text`; -1 where it is none, -2 where it is nested too deeply to say. */
  of(text: string, from: number): number {
    this.low = 0x811c9dc5 | 0
    this.high = 0x2545f491
    if (text.length * 3 >= this.bytes.length) this.bytes = new Uint8Array(text.length * 3 + 4096)
    const { bytes } = this
    const { written } = this.encoder.encodeInto(text, bytes)
    bytes[written] = 0
    const end = this.scan(bytes, from)
    if (end < 0 || blanksEnd(bytes, end) < written) return end === -2 ? -2 : -1
    return (this.low >>> 0) * 0x200000 + (this.high & 0x1fffff)
  }

  /** The end of the object at `from`. */
  private scan(bytes: Uint8Array, from: number): number {
    const { arrays } = this
    let depth = 0
    let at = from
    for (;;) {
      // a value begins at `at`
      const code = bytes[at] ?? 0
      if (code === OPEN_BRACE || code === OPEN_BRACKET) {
        if (++depth > DEEPEST) return -2
        arrays[depth] = code === OPEN_BRACKET ? 1 : 0
        this.mark(code)
        at = blanksEnd(bytes, at + 1)
        if (bytes[at] !== code + 2) {
          if (code === OPEN_BRACE) at = this.key(bytes, at)
          if (at < 0) return -1
          continue
        }
      } else {
        // null is no value: an event with one has another shape
        this.mark(code === NULL ? 5 : 6)
        at = scalarEnd(bytes, at, code)
        if (at < 0) return -1
        if (depth === 0) return at
        at = blanksEnd(bytes, at)
      }
      at = this.close(bytes, at, depth)
      if (at < 0) return -1
      depth = this.depth
      if (depth === 0) return at
    }
  }

  /** Past closing brackets and a comma to the next value; the depth there is left in `depth`. */
  private close(bytes: Uint8Array, from: number, depth: number): number {
    let at = from
    let level = depth
    for (;;) {
      const isArray = this.arrays[level] === 1
      const code = bytes[at] ?? 0
      if (code === COMMA) {
        this.depth = level
        const next = blanksEnd(bytes, at + 1)
        return isArray ? next : this.key(bytes, next)
      }
      if (code !== (isArray ? CLOSE_BRACKET : CLOSE_BRACE)) return -1
      this.mark(code)
      level--
      if (level === 0) {
        this.depth = 0
        return at + 1
      }
      at = blanksEnd(bytes, at + 1)
    }
  }

  /** Past the key at `from` and its colon, to the value. */
  private key(bytes: Uint8Array, from: number): number {
    if (bytes[from] !== QUOTE) return -1
    let { low, high } = this
    let at = from + 1
    for (; ; at++) {
      const code = bytes[at] ?? 0
      if (code === QUOTE) break
      if (code < 32) return -1
      low = Math.imul(low ^ code, LOW_PRIME)
      high = Math.imul(high ^ code, HIGH_PRIME)
      if (code !== BACKSLASH) continue
      at = escapeEnd(bytes, at)
      if (at < 0) return -1
    }
    this.low = low
    this.high = high ^ (high >>> 15)
    this.mark(1)
    const colon = blanksEnd(bytes, at + 1)
    return bytes[colon] === COLON ? blanksEnd(bytes, colon + 1) : -1
  }

  private mark(sign: number): void {
    this.low = Math.imul(this.low ^ sign, LOW_PRIME)
    this.high = Math.imul(this.high ^ (sign + 0x9e), HIGH_PRIME)
  }
}

function scalarEnd(bytes: Uint8Array, from: number, first: number): number {
  if (first === QUOTE) return stringEnd(bytes, from)
  if (first === 116) return wordEnd(bytes, from, 'true')
  if (first === 102) return wordEnd(bytes, from, 'false')
  return first === NULL ? wordEnd(bytes, from, 'null') : numberEnd(bytes, from)
}

function stringEnd(bytes: Uint8Array, from: number): number {
  for (let at = from + 1; ; at++) {
    const code = bytes[at] ?? 0
    if (code === QUOTE) return at + 1
    if (code < 32) return -1
    if (code !== BACKSLASH) continue
    at = escapeEnd(bytes, at)
    if (at < 0) return -1
  }
}

/** The last byte of the escape whose backslash stands at `at`. */
function escapeEnd(bytes: Uint8Array, at: number): number {
  const letter = String.fromCharCode(bytes[at + 1] ?? 0)
  if (letter !== 'u') return '"\\/bfnrt'.includes(letter) ? at + 1 : -1
  for (let digit = at + 2; digit < at + 6; digit++) if (!/[0-9a-fA-F]/.test(String.fromCharCode(bytes[digit] ?? 0))) return -1
  return at + 5
}

function wordEnd(bytes: Uint8Array, from: number, word: string): number {
  for (let at = 0; at < word.length; at++) if (bytes[from + at] !== word.charCodeAt(at)) return -1
  return from + word.length
}

function digitsEnd(bytes: Uint8Array, from: number): number {
  let at = from
  let code = bytes[at] ?? 0
  while (code >= 48 && code <= 57) code = bytes[++at] ?? 0
  return at
}

function numberEnd(bytes: Uint8Array, from: number): number {
  const first = bytes[from] === 45 ? from + 1 : from
  let at = bytes[first] === 48 ? first + 1 : digitsEnd(bytes, first)
  if (at === first) return -1
  if (bytes[at] === 46) {
    const behind = digitsEnd(bytes, at + 1)
    if (behind === at + 1) return -1
    at = behind
  }
  if (((bytes[at] ?? 0) | 32) !== 101) return at
  const sign = bytes[at + 1]
  const digits = sign === 43 || sign === 45 ? at + 2 : at + 1
  const behind = digitsEnd(bytes, digits)
  return behind === digits ? -1 : behind
}

function blanksEnd(bytes: Uint8Array, from: number): number {
  let at = from
  let code = bytes[at] ?? 0
  while (code === 32 || code === 10 || code === 13 || code === 9) code = bytes[++at] ?? 0
  return at
}
