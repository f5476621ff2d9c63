// https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax.html
import { Scanner } from '#lib/text/scanner.ts'
import type { TextRange } from '#lib/text/text-range.ts'
import type { PeriodUnit } from '../ast.ts'
import { periodUnit } from './period.ts'

export type Token = TextRange & {
  readonly text: string
  /** A line break stands before it: a new command may begin here that lacks its pipe. */
  readonly beginsLine: boolean
} & (
    | { readonly kind: 'symbol' | 'end' | 'unknown' }
    | { readonly kind: 'number'; readonly value: number }
    | { readonly kind: 'period'; readonly amount: number; readonly unit: PeriodUnit }
    | { readonly kind: 'string'; readonly value: string; readonly isClosed: boolean }
    | { readonly kind: 'path'; readonly steps: readonly string[]; readonly isQuoted: boolean; readonly isClosed: boolean }
  )

const blank = /(?:\s+|#[^\n]*)+/y
const number = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\p{L}\p{N}_@])/uy
const period = /(\d+(?:\.\d+)?)([a-zA-Z]+)(?![\p{L}\p{N}_@.])/uy
const symbol = /&&|\|\||==|=~|!=|<>|<=|>=|[|,()[\]{}=<>+\-*/%^!:.]/y
const word = /[\p{L}\p{N}_@]+/uy
const backtick = /`[^`\n]*`?/y

/** The token that begins at or behind an offset. A `/` is a symbol: where an operand is asked, `lexRegex` reads it again. */
export function lex(text: string, offset: number): Token {
  const scanner = new Scanner(text)
  scanner.at = offset
  const beginsLine = scanner.take(blank).includes('\n') || offset === 0
  const from = scanner.at
  const found = lexHere(scanner)
  return { ...found, from, to: scanner.at, text: scanner.slice(from), beginsLine }
}

type Found = Token extends infer One ? (One extends Token ? Omit<One, 'from' | 'to' | 'text' | 'beginsLine'> : never) : never

function lexHere(scanner: Scanner): Found {
  if (scanner.done) return { kind: 'end' }
  if (scanner.peek() === '"' || scanner.peek() === "'") return lexString(scanner)
  const digits = scanner.take(number)
  if (digits !== '') return { kind: 'number', value: Number(digits) }
  const length = lexPeriod(scanner)
  if (length !== undefined) return length
  if (/[\p{L}\p{N}_@`]/u.test(scanner.character())) return lexPath(scanner)
  if (scanner.take(symbol) !== '') return { kind: 'symbol' }
  scanner.at += scanner.character().length
  return { kind: 'unknown' }
}

function lexPeriod(scanner: Scanner): Found | undefined {
  const from = scanner.at
  const written = /^(\d+(?:\.\d+)?)([a-zA-Z]+)$/.exec(scanner.take(period))
  const unit = periodUnit(written?.[2] ?? '')
  if (unit !== undefined) return { kind: 'period', amount: Number(written?.[1]), unit }
  scanner.at = from
  return undefined
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '\\': '\\', '"': '"', "'": "'" }

function lexString(scanner: Scanner): Found {
  const quoted = scanner.take(scanner.peek() === '"' ? /"(?:\\[\s\S]|[^"\\])*"/y : /'(?:\\[\s\S]|[^'\\])*'/y)
  const raw = quoted === '' ? scanner.take(/[^\n]+/y).slice(1) : quoted.slice(1, -1)
  const value = raw.replace(/\\([\s\S])/g, (whole: string, letter: string) => escapes[letter] ?? whole)
  return { kind: 'string', value, isClosed: quoted !== '' }
}

// path = step , { "." , step } ; step = word | [ "@" ] , "`" , { char } , "`"
function lexPath(scanner: Scanner): Found {
  const steps: string[] = []
  let isQuoted = false
  let isClosed = true
  do {
    const plain = scanner.take(word)
    const ticked = plain === '' || plain === '@' ? scanner.take(backtick) : ''
    isQuoted ||= ticked !== ''
    isClosed &&= ticked === '' || (ticked.length > 1 && ticked.endsWith('`'))
    steps.push(plain + ticked.replaceAll('`', ''))
  } while (/^\.[\p{L}\p{N}_@`]/u.test(scanner.text.slice(scanner.at, scanner.at + 3)) && scanner.eat('.'))
  return { kind: 'path', steps, isQuoted, isClosed }
}

export type RegexToken = TextRange & { readonly source: string; readonly isClosed: boolean }

/** `/.../` from its first slash; the backslash keeps a slash inside. */
export function lexRegex(text: string, from: number): RegexToken {
  const scanner = new Scanner(text)
  scanner.at = from
  const written = scanner.take(/\/(?:\\[^\n]|[^/\\\n])*\/?/y)
  const isClosed = written.length > 1 && written.endsWith('/')
  return { from, to: scanner.at, source: isClosed ? written.slice(1, -1) : written.slice(1), isClosed }
}
