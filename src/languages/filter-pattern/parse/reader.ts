import type { Diagnostic } from '#lib/text/diagnostic.ts'
import type { TextRange } from '#lib/text/text-range.ts'
import { problem, syntax } from '../diagnostics.ts'
import type { Token } from './token.ts'
import type { Operand, Operator } from '../ast.ts'

/** Where a parser stands in its tokens. AWS names one fault of a pattern, so the first one ends the reading. */
export class Reader {
  readonly text: string
  readonly tokens: readonly Token[]
  at = 0
  problem: Diagnostic | undefined

  constructor(text: string, tokens: readonly Token[]) {
    this.text = text
    this.tokens = tokens
  }

  peek(): Token | undefined {
    return this.tokens[this.at]
  }

  /** Where the next token begins, or the text ends. */
  get from(): number {
    return this.peek()?.from ?? this.text.trimEnd().length
  }

  /** Where the last token ended. */
  get to(): number {
    return this.tokens[this.at - 1]?.to ?? 0
  }

  eat(text: string): boolean {
    const token = this.peek()
    if (token?.text !== text || token.kind === 'quoted') return false
    this.at++
    return true
  }

  /** Says what is wrong with the token here, or with the end. */
  fail(hint: string): undefined {
    const { from } = this
    this.problem ??= syntax(from, this.peek()?.to ?? from, hint)
    return undefined
  }

  /** AWS calls a whole token "invalid characters" where its grammar takes no such value. */
  refuse(token: Token, code: 'filter-pattern/is-not' | 'filter-pattern/refused-value', hint: string): undefined {
    this.problem ??= problem(code, token.from, token.to, `Invalid character(s) in term '${token.text}'`, hint)
    return undefined
  }
}

const operators: ReadonlySet<string> = new Set<Operator>(['=', '!=', '<', '>', '<=', '>='])
const isOperator = (text: string): text is Operator => operators.has(text)

export function readOperator(reader: Reader): Operator | undefined {
  const token = reader.peek()
  if (token?.kind !== 'symbol' || !isOperator(token.text)) return undefined
  reader.at++
  return token.text
}

// value = string | number | regex ; an order comparison takes a number only
export function readOperand(reader: Reader, operator: Operator, reserved: ReadonlySet<string>): (Operand & TextRange) | undefined {
  const token = reader.peek()
  if (token === undefined || token.kind === 'symbol' || token.kind === 'selector' || token.kind === 'index') {
    return reader.fail(hintForMissing(reader, operator))
  }
  if (token.kind === 'word' && reserved.has(token.text)) {
    return reader.fail(`${token.text} is a word of the pattern language; write it in quotes, "${token.text}", to compare with the text`)
  }
  reader.at++
  if (token.kind === 'number') return { kind: 'number', from: token.from, to: token.to, text: token.text, value: Number(token.text) }
  if (operator !== '=' && operator !== '!=')
    return reader.refuse(token, 'filter-pattern/refused-value', `${operator} compares with a number only`)
  if (token.kind === 'regex') return { kind: 'regex', from: token.from, to: token.to, source: token.source }
  return { kind: 'text', from: token.from, to: token.to, text: token.kind === 'quoted' ? token.value : token.text }
}

function hintForMissing(reader: Reader, operator: Operator): string {
  if (operator === '=' && reader.peek()?.text === '=') return 'equality is a single ='
  return `expected a value after ${operator}`
}
