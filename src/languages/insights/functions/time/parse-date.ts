// Java's SimpleDateFormat patterns, as parseDate takes them
import { MINUTE } from '#lib/time.ts'
import { instantOf } from './time-zone.ts'
import { monthNames } from './names.ts'

type Parts = {
  year: number
  month: number
  day: number
  hour: number
  minute: number
  second: number
  millis: number
  afternoon?: boolean
  offset?: number
}
type Piece = { readonly match: RegExp; readonly put: (parts: Parts, text: string) => void }

/** Epoch milliseconds of a text in that pattern; undefined where text, pattern or zone do not fit. */
export function parseDate(text: string, pattern: string, zone: string): number | undefined {
  const pieces = piecesOf(pattern)
  if (pieces === undefined) return undefined
  const parts: Parts = { year: 1970, month: 1, day: 1, hour: 0, minute: 0, second: 0, millis: 0 }
  let at = 0
  for (const piece of pieces) {
    piece.match.lastIndex = at
    const found = piece.match.exec(text)
    if (found === null) return undefined
    piece.put(parts, found[0])
    at += found[0].length
  }
  return instant(parts, zone)
}

function instant(parts: Parts, zone: string): number | undefined {
  const hour = parts.afternoon === undefined ? parts.hour : (parts.hour % 12) + (parts.afternoon ? 12 : 0)
  const date = new Date(0)
  date.setUTCFullYear(parts.year, parts.month - 1, parts.day)
  date.setUTCHours(hour, parts.minute, parts.second, parts.millis)
  const local = date.getTime()
  if (Number.isNaN(local)) return undefined
  return parts.offset === undefined ? instantOf(local, zone) : local - parts.offset
}

const patterns = new Map<string, readonly Piece[] | undefined>()

function piecesOf(pattern: string): readonly Piece[] | undefined {
  if (!patterns.has(pattern)) {
    if (patterns.size >= 64) patterns.clear()
    patterns.set(pattern, readPattern(pattern))
  }
  return patterns.get(pattern)
}

function readPattern(pattern: string): readonly Piece[] | undefined {
  const pieces: Piece[] = []
  for (const [run] of pattern.matchAll(/'(?:[^']|'')*'|([A-Za-z])\1*|[^A-Za-z']+|'/g)) {
    const piece = /^[A-Za-z]/.test(run) ? fieldPiece(run, followedByDigits(pattern, run)) : literalPiece(run)
    if (piece === undefined) return undefined
    pieces.push(piece)
  }
  return pieces
}

// adjacent fields (yyyyMMdd) take exactly as many digits as letters
const followedByDigits = (pattern: string, run: string): boolean => /^[A-Za-z]/.test(pattern.slice(pattern.indexOf(run) + run.length))

function literalPiece(run: string): Piece {
  const text = run.startsWith("'") ? (run === "''" ? "'" : run.slice(1, -1).replaceAll("''", "'")) : run
  return { match: new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'y'), put: () => undefined }
}

const numberFields: Readonly<Record<string, keyof Omit<Parts, 'afternoon'>>> = {
  y: 'year',
  u: 'year',
  M: 'month',
  d: 'day',
  H: 'hour',
  h: 'hour',
  K: 'hour',
  k: 'hour',
  m: 'minute',
  s: 'second',
  S: 'millis',
}

function fieldPiece(run: string, isTight: boolean): Piece | undefined {
  const letter = run.charAt(0)
  if (letter === 'M' && run.length >= 3) return monthPiece
  if (letter === 'a') return { match: /[AaPp][Mm]/y, put: (parts, text) => void (parts.afternoon = /^p/i.test(text)) }
  if (letter === 'E') return { match: /[A-Za-z]+/y, put: () => undefined }
  if ('ZXz'.includes(letter)) return zonePiece
  const field = numberFields[letter]
  if (field === undefined) return undefined
  const digits = isTight ? `\\d{${run.length}}` : letter === 'S' ? '\\d{1,9}' : '\\d{1,4}'
  return { match: new RegExp(digits, 'y'), put: (parts, text) => void (parts[field] = fieldNumber(letter, run.length, text)) }
}

function fieldNumber(letter: string, length: number, text: string): number {
  if (letter === 'S') return Number(text.slice(0, 3).padEnd(3, '0'))
  const number = Number(text)
  if (letter === 'y' && length === 2 && text.length === 2) return number + (number < 70 ? 2000 : 1900)
  return letter === 'k' && number === 24 ? 0 : number
}

const monthPiece: Piece = {
  match: /[A-Za-z]+/y,
  put: (parts, text) => {
    const month = monthNames.findIndex((name) => name.toLowerCase().startsWith(text.toLowerCase().slice(0, 3)))
    parts.month = month < 0 ? Number.NaN : month + 1
  },
}

/** RFC 822, section 5: the zones that have names. */
const zoneHours: Readonly<Record<string, number>> = { EST: -5, EDT: -4, CST: -6, CDT: -5, MST: -7, MDT: -6, PST: -8, PDT: -7 }

const zonePiece: Piece = {
  match: /(?:UTC|GMT)?[+-]\d{2}(?::?\d{2})?|Z|UTC|GMT|[ECMP][SD]T/y,
  put: (parts, text) => {
    const [, sign, hours, minutes = '0'] = /([+-])(\d{2}):?(\d{2})?$/.exec(text) ?? []
    const offset = hours === undefined ? (zoneHours[text] ?? 0) * 60 : (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
    parts.offset = offset * MINUTE
  },
}
