// JSON read in place: where a value lies, without making objects of the rest

const QUOTE = 34
const BACKSLASH = 92
const COMMA = 44
const COLON = 58
const OPEN_BRACE = 123
const CLOSE_BRACE = 125
const OPEN_BRACKET = 91
const CLOSE_BRACKET = 93
const DEEPEST = 256

/** What a field of an event can be. */
export type Scalar = string | number | boolean | null

/** The next place that is not white space. */
export function skipBlanks(text: string, from: number): number {
  let at = from
  for (;;) {
    const code = text.charCodeAt(at)
    if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return at
    at++
  }
}

/** The end of the string whose opening quote stands at `from`, -1 where it is broken. */
function skipString(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) return at + 1
    if (code === BACKSLASH) {
      at = escapeEnd(text, at)
      if (at < 0) return -1
    } else if (code < 32) return -1
  }
  return -1
}

function escapeEnd(text: string, at: number): number {
  const code = text.charCodeAt(at + 1)
  if (code === 117) return /^[0-9a-fA-F]{4}$/.test(text.slice(at + 2, at + 6)) ? at + 5 : -1
  return '"\\/bfnrt'.includes(text.charAt(at + 1)) && at + 1 < text.length ? at + 1 : -1
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57

function skipDigits(text: string, from: number): number {
  let at = from
  while (isDigit(text.charCodeAt(at))) at++
  return at
}

/** The end of the number at `from`, -1 where there is none. */
function skipNumber(text: string, from: number): number {
  const first = text.charCodeAt(from) === 45 ? from + 1 : from
  let at = text.charCodeAt(first) === 48 ? first + 1 : skipDigits(text, first)
  if (at === first) return -1
  if (text.charCodeAt(at) === 46) {
    const behind = skipDigits(text, at + 1)
    if (behind === at + 1) return -1
    at = behind
  }
  if ((text.charCodeAt(at) | 32) === 101) {
    const sign = text.charCodeAt(at + 1)
    const digits = sign === 43 || sign === 45 ? at + 2 : at + 1
    const behind = skipDigits(text, digits)
    if (behind === digits) return -1
    at = behind
  }
  return at
}

/** The end of the scalar at `from`, -1 where there is none. */
function skipScalar(text: string, from: number): number {
  const code = text.charCodeAt(from)
  if (code === QUOTE) return skipString(text, from)
  if (code === 116) return text.startsWith('true', from) ? from + 4 : -1
  if (code === 102) return text.startsWith('false', from) ? from + 5 : -1
  if (code === 110) return text.startsWith('null', from) ? from + 4 : -1
  return skipNumber(text, from)
}

export type Visitor = {
  /** A member's key, quotes excluded; escapes stand as written. */
  key(text: string, from: number, to: number): void
  open(isArray: boolean): void
  close(): void
  /** The value lies from `from` to `to`. */
  scalar(text: string, from: number, to: number): void
}

/** A visitor that only wants to know whether it is JSON. */
export const silent: Visitor = { key: () => undefined, open: () => undefined, close: () => undefined, scalar: () => undefined }

/** Walks the value at `from`; its end, or -1 where it is no JSON. */
export function walk(text: string, from: number, visitor: Visitor, depth = 0): number {
  const code = text.charCodeAt(from)
  if (code !== OPEN_BRACE && code !== OPEN_BRACKET) {
    const end = skipScalar(text, from)
    if (end >= 0) visitor.scalar(text, from, end)
    return end
  }
  if (depth > DEEPEST) return -1
  const isArray = code === OPEN_BRACKET
  visitor.open(isArray)
  const end = walkMembers(text, from + 1, visitor, depth, isArray)
  if (end >= 0) visitor.close()
  return end
}

function walkMembers(text: string, from: number, visitor: Visitor, depth: number, isArray: boolean): number {
  const closing = isArray ? CLOSE_BRACKET : CLOSE_BRACE
  let at = skipBlanks(text, from)
  if (text.charCodeAt(at) === closing) return at + 1
  for (;;) {
    if (!isArray) at = walkKey(text, at, visitor)
    if (at < 0) return -1
    at = walk(text, at, visitor, depth + 1)
    if (at < 0) return -1
    at = skipBlanks(text, at)
    const code = text.charCodeAt(at)
    if (code === closing) return at + 1
    if (code !== COMMA) return -1
    at = skipBlanks(text, at + 1)
  }
}

/** Past the key and its colon, to the value. */
function walkKey(text: string, from: number, visitor: Visitor): number {
  if (text.charCodeAt(from) !== QUOTE) return -1
  const end = skipString(text, from)
  if (end < 0) return -1
  visitor.key(text, from + 1, end - 1)
  const colon = skipBlanks(text, end)
  return text.charCodeAt(colon) === COLON ? skipBlanks(text, colon + 1) : -1
}

/** The scalar at `from`, known to be sound; null for an object or an array. A number that a double cannot hold stays text. */
export function readScalar(text: string, from: number): Scalar {
  const code = text.charCodeAt(from)
  if (code === QUOTE) return readString(text, from)
  if (isDigit(code) || code === 45) return readNumber(text, from)
  return code === 116 ? true : code === 102 ? false : null
}

function readString(text: string, from: number): string {
  const end = text.indexOf('"', from + 1)
  const plain = text.slice(from + 1, end)
  return plain.includes('\\') ? unescape(text, from) : plain
}

/** The text of a string with escapes in it. */
function unescape(text: string, from: number): string {
  const parsed: unknown = JSON.parse(text.slice(from, skipString(text, from)))
  return String(parsed)
}

/** A key as it reads without its escapes. */
export const keyText = (text: string, from: number, to: number): string => {
  const plain = text.slice(from, to)
  return plain.includes('\\') ? unescape(text, from - 1) : plain
}

function readNumber(text: string, from: number): number | string {
  let at = from
  const isNegative = text.charCodeAt(at) === 45
  if (isNegative) at++
  const first = at
  let mantissa = 0
  let scale = 0
  let point = -1
  for (; ; at++) {
    const code = text.charCodeAt(at)
    if (isDigit(code)) {
      mantissa = mantissa * 10 + code - 48
      if (point >= 0) scale++
    } else if (code === 46) point = at
    else break
  }
  if (at - first > 16 || (text.charCodeAt(at) | 32) === 101) return readLongNumber(text, from)
  // both are whole and exact, so one division rounds as the decimal text would
  const number = scale === 0 ? mantissa : mantissa / (powers[scale] ?? 1)
  return isNegative ? -number : number
}

const powers: readonly number[] = Array.from({ length: 17 }, (_, exponent) => 10 ** exponent)

function readLongNumber(text: string, from: number): number | string {
  const written = text.slice(from, skipNumber(text, from))
  const number = Number(written)
  const isExact = /^-?\d+$/.test(written) ? Number.isSafeInteger(number) : Number.isFinite(number)
  return isExact ? number : written
}

/** Where the value of a dotted path begins in the object or array at `from`, -1 where it is absent. Of a repeated member the last counts. */
export function locate(text: string, from: number, path: string): number {
  const code = text.charCodeAt(from)
  if (code === OPEN_BRACKET) return locateElement(text, from, path)
  if (code !== OPEN_BRACE) return -1
  let found = -1
  let at = skipBlanks(text, from + 1)
  while (text.charCodeAt(at) === QUOTE) {
    const keyEnd = skipString(text, at) - 1
    const key = keyText(text, at + 1, keyEnd)
    const value = skipBlanks(text, skipBlanks(text, keyEnd + 1) + 1)
    if (key === path) found = value
    else if (path.startsWith(key) && path.charCodeAt(key.length) === 46) {
      const inner = locate(text, value, path.slice(key.length + 1))
      if (inner >= 0) found = inner
    }
    at = nextMember(text, value)
  }
  return found
}

function locateElement(text: string, from: number, path: string): number {
  const [, step = '', rest = ''] = /^(\d+)(?:\.(.*))?$/s.exec(path) ?? []
  if (step === '') return -1
  let at = skipBlanks(text, from + 1)
  for (let index = Number(step); index > 0; index--) {
    if (text.charCodeAt(at) === CLOSE_BRACKET || at >= text.length) return -1
    at = nextMember(text, at)
  }
  if (text.charCodeAt(at) === CLOSE_BRACKET) return -1
  return rest === '' ? at : locate(text, at, rest)
}

/** Past the value and its comma, in a text known to be sound. */
function nextMember(text: string, value: number): number {
  const end = skipBlanks(text, skipValue(text, value))
  return text.charCodeAt(end) === COMMA ? skipBlanks(text, end + 1) : end
}

function skipValue(text: string, from: number): number {
  const code = text.charCodeAt(from)
  if (code !== OPEN_BRACE && code !== OPEN_BRACKET) return skipScalar(text, from)
  let depth = 0
  for (let at = from; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit === QUOTE) at = skipString(text, at) - 1
    else if (unit === OPEN_BRACE || unit === OPEN_BRACKET) depth++
    else if ((unit === CLOSE_BRACE || unit === CLOSE_BRACKET) && --depth === 0) return at + 1
  }
  return text.length
}
