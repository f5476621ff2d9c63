// https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
import type { Diagnostic } from '#lib/text/diagnostic.ts'
import { Scanner } from '#lib/text/scanner.ts'
import { character } from '../diagnostics.ts'
import { readRegex } from './lex-regex.ts'
import { readSelector, readStandingIndex } from './lex-selector.ts'
import { unplaced, type Read, type Token } from './token.ts'

export type Form = 'terms' | 'json' | 'delimited'

/** All tokens up to the first character that fits nowhere; AWS reads the whole pattern so before it looks at its grammar. */
export type Lexed = { readonly tokens: readonly Token[]; readonly problem?: Diagnostic }

export function lex(text: string, form: Form): Lexed {
  const scanner = new Scanner(text)
  const tokens: Token[] = []
  for (scanner.take(/\s+/y); !scanner.done; scanner.take(/\s+/y)) {
    const read = form === 'terms' ? readInTerms(scanner) : readInBrackets(scanner, form)
    if ('problem' in read) return { tokens, problem: read.problem }
    tokens.push(read)
  }
  return { tokens }
}

const quoteIt = 'a term with anything but letters, digits and underscore must stand in quotes'

function readInTerms(scanner: Scanner): Read {
  const from = scanner.at
  if (scanner.peek() === '"') return readQuoted(scanner)
  if (scanner.peek() === '%' && from === scanner.text.length - scanner.text.trimStart().length) return readRegex(scanner)
  const word = scanner.take(/[\p{L}\p{N}_]+/uy)
  if (word !== '') return { kind: 'word', from, to: scanner.at, text: word }
  if (/[?-]/.test(scanner.peek()) && isApart(scanner)) return readMark(scanner)
  return unplaced(scanner, from, quoteIt)
}

/** A mark begins a term: what stands before it is a blank or nothing. */
const isApart = (scanner: Scanner): boolean => scanner.at === 0 || /\s/.test(scanner.text[scanner.at - 1] ?? '')

function readMark(scanner: Scanner): Read {
  const from = scanner.at
  const text = scanner.peek()
  scanner.at++
  if (/["\p{L}\p{N}_]/u.test(scanner.character())) return { kind: 'symbol', from, to: scanner.at, text }
  return unplaced(scanner, from, `"${text}" stands directly before its term, without a blank: ${text}term or ${text}"two words"`)
}

function readQuoted(scanner: Scanner): Read {
  const from = scanner.at
  const text = scanner.take(/"(?:\\"|[^"])*"/y)
  if (text !== '') return { kind: 'quoted', from, to: scanner.at, text, value: text.slice(1, -1).replaceAll('\\"', '"') }
  scanner.at = scanner.text.length
  return { problem: character(from, scanner.at, scanner.slice(from), 'the quote is never closed') }
}

const symbols: Readonly<Record<Exclude<Form, 'terms'>, RegExp>> = {
  json: /&&|\|\||!=|<=|>=|[{}()=<>]/y,
  delimited: /\.\.\.(?=\s*(?:[,\]]|$))|&&|\|\||!=|<=|>=|[[\],=<>]/y,
}

const number = /[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\p{L}\p{N}_.*/:+-])/uy
const bare = /-?[\p{L}\p{N}_.*/][\p{L}\p{N}_.*/:-]*/uy

function readInBrackets(scanner: Scanner, form: 'json' | 'delimited'): Read {
  const from = scanner.at
  if (scanner.peek() === '"') return readQuoted(scanner)
  if (scanner.peek() === '%') return readRegex(scanner)
  if (form === 'json' && scanner.peek() === '$') return readSelector(scanner)
  if (form === 'json' && scanner.peek() === '[') return readStandingIndex(scanner)
  const symbol = scanner.take(symbols[form])
  if (symbol !== '') return { kind: 'symbol', from, to: scanner.at, text: symbol }
  const digits = scanner.take(number)
  if (digits !== '') return { kind: 'number', from, to: scanner.at, text: digits }
  const word = scanner.take(bare)
  if (word !== '') return { kind: 'word', from, to: scanner.at, text: word }
  return readBrokenSymbol(scanner, form)
}

function hintFor(found: string): string {
  if (found === "'") return 'text stands in double quotes: "..."'
  return found === ':' ? 'a condition is written { $.property = value }' : `text with "${found}" in it must stand in quotes`
}

/** Half of a two-character operator, or a character that begins nothing. */
function readBrokenSymbol(scanner: Scanner, form: 'json' | 'delimited'): Read {
  const from = scanner.at
  const half = scanner.take(/[!&|]/y)
  if (half === '') return unplaced(scanner, from, hintFor(scanner.character()))
  const hints: Readonly<Record<string, string>> = {
    '!': 'there is no "not": write != or turn the comparison round',
    '&': 'the word for and is &&',
    '|': 'the word for or is ||',
  }
  return unplaced(scanner, from, form === 'delimited' && half === '!' ? 'write !=' : (hints[half] ?? ''))
}
