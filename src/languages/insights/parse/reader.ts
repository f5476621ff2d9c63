import type { Diagnostic } from '#lib/text/diagnostic.ts'
import type { TextRange } from '#lib/text/text-range.ts'
import type { Query, Subquery } from '../ast.ts'
import { problem, type InsightsCode } from '../diagnostics.ts'
import { lex, type Token } from './lex.ts'

/** What reading a command asks of the whole language. */
export type Grammar = {
  readonly isCommand: (word: string) => boolean
  /** A query up to its end, or to the parenthesis that closes it. */
  readonly query: (reader: Reader) => Query
}

/** Where the parser stands. One fault is told per broken command; what follows from it is not. */
export class Reader {
  readonly text: string
  readonly diagnostics: Diagnostic[] = []
  /** The end of the last token read. */
  to = 0
  /** A fault of this command has been told; the rest of it is skipped. */
  isBroken = false
  /** How many expressions stand around this place. */
  depth = 0
  /** The query that is read stands in another one's parentheses. */
  isNested = false
  token: Token
  private readonly grammar: Grammar

  constructor(text: string, grammar: Grammar) {
    this.text = text
    this.grammar = grammar
    this.token = lex(text, 0)
  }

  next(): Token {
    const read = this.token
    this.to = read.to
    this.token = lex(this.text, read.to)
    return read
  }

  /** Goes back, or to the end of what was read otherwise (a regular expression). */
  moveTo(offset: number): void {
    this.to = offset
    this.token = lex(this.text, offset)
  }

  peekNext(): Token {
    return lex(this.text, this.token.to)
  }

  isSymbol(text: string): boolean {
    return this.token.kind === 'symbol' && this.token.text === text
  }

  /** A bare word in either case; in backticks it would be a field. */
  isWord(word: string): boolean {
    return this.token.kind === 'path' && !this.token.isQuoted && this.token.text.toLowerCase() === word
  }

  eat(text: string): boolean {
    const found = this.isSymbol(text) || this.isWord(text)
    if (found) this.next()
    return found
  }

  get isAtEnd(): boolean {
    return this.token.kind === 'end'
  }

  /** The end of the text, or the parenthesis that closes a query inside another. */
  get isAtQueryEnd(): boolean {
    return this.isAtEnd || (this.isNested && this.isSymbol(')'))
  }

  /** A command word, or a pipe, or the end: what a command does not read over. */
  get isAtBoundary(): boolean {
    return this.isAtQueryEnd || this.isSymbol('|') || (this.token.beginsLine && this.isAtCommand)
  }

  get isAtCommand(): boolean {
    return this.token.kind === 'path' && !this.token.isQuoted && this.grammar.isCommand(this.token.text)
  }

  /** A query in parentheses, at the opening one. */
  nested(): Subquery {
    const { from } = this.next()
    const start = this.to
    const { depth } = this
    this.depth = 0
    this.isNested = true
    const query = this.grammar.query(this)
    this.isNested = false
    this.depth = depth
    this.isBroken = false
    const text = this.text.slice(start, this.token.from).trim()
    if (!this.eat(')')) this.expected('")"', 'the query in parentheses ends with one')
    return { query, text, from, to: this.to }
  }

  report(code: InsightsCode, range: TextRange, message: string, hint?: string): void {
    if (!this.isBroken) this.diagnostics.push(problem(code, range, message, hint))
    this.isBroken = true
  }

  /** `expected a number, found "ten"`. */
  expected(what: string, hint?: string): void {
    const { token } = this
    if (token.kind === 'unknown')
      this.report('insights/character', token, `expected ${what}, found "${token.text}"`, hintForCharacter(token.text) ?? hint)
    else this.report('insights/expected', token, `expected ${what}, found ${nameOf(token)}`, hint)
  }
}

export const nameOf = (token: Token): string =>
  token.kind === 'end' ? 'the end of the query' : token.kind === 'string' ? `the text ${token.text}` : `"${token.text}"`

function hintForCharacter(text: string): string | undefined {
  if (/[\u2018-\u201f\u00ab\u00bb]/u.test(text))
    return `${text} is a typographic quote, as slides and word processors make them; type a straight one: "`
  if (/[\u2010-\u2015\u2212]/u.test(text))
    return `${text} is a typographic dash, as slides and word processors make them; type a plain one: -`
  if (text === '$') return 'a field is named without "$"'
  if (text === ';') return 'a query does not end with ";", and commands are parted by "|"'
  return undefined
}
