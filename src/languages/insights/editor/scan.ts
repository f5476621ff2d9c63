import type { TextRange } from '#lib/text/text-range.ts'
import { findCommand } from '../command/index.ts'
import { lex, lexRegex, type Token } from '../parse/lex.ts'

/** What a piece of a query is, as an editor sees it; read without a grammar, so that broken text has colours too. */
export type Piece = TextRange & {
  readonly kind: 'comment' | 'command' | 'keyword' | 'function' | 'field' | 'string' | 'number' | 'regex' | 'operator' | 'punctuation'
  readonly text: string
}

const keywords = new Set(['as', 'by', 'asc', 'desc', 'and', 'or', 'not', 'like', 'in', 'any', 'offset', 'true', 'false'])

export function scan(text: string): readonly Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (;;) {
    const token = lex(text, at)
    pieces.push(...commentsIn(text, at, token.from))
    if (token.kind === 'end') return pieces
    const piece = token.text === '/' && asksForRegex(pieces) ? regexAt(text, token.from) : pieceOf(token, pieces, text)
    pieces.push(piece)
    at = piece.to
  }
}

function commentsIn(text: string, from: number, to: number): readonly Piece[] {
  return [...text.slice(from, to).matchAll(/#[^\n]*/g)].map((found) => ({
    kind: 'comment',
    text: found[0],
    from: from + found.index,
    to: from + found.index + found[0].length,
  }))
}

function regexAt(text: string, from: number): Piece {
  const { to } = lexRegex(text, from)
  return { kind: 'regex', text: text.slice(from, to), from, to }
}

/** Behind like, =~, and in parse, a slash begins an expression. */
function asksForRegex(pieces: readonly Piece[]): boolean {
  const last = pieces.at(-1)
  if (last === undefined) return false
  if (last.text === '=~' || last.text.toLowerCase() === 'like') return true
  return (last.kind === 'command' ? last : pieces.findLast((piece) => piece.kind !== 'field'))?.text.toLowerCase() === 'parse'
}

function pieceOf(token: Token, before: readonly Piece[], text: string): Piece {
  return { kind: kindOf(token, before, text), text: token.text, from: token.from, to: token.to }
}

function kindOf(token: Token, before: readonly Piece[], text: string): Piece['kind'] {
  switch (token.kind) {
    case 'string':
    case 'number':
      return token.kind
    case 'period':
      return 'number'
    case 'path':
      return token.isQuoted ? 'field' : kindOfWord(token, before, text)
    default:
      return /^[(),[\]{}|:.]$/.test(token.text) ? 'punctuation' : 'operator'
  }
}

function kindOfWord(token: Token, before: readonly Piece[], text: string): Piece['kind'] {
  const last = before.findLast((piece) => piece.kind !== 'comment')
  const isFirst = last === undefined || last.text === '|'
  if (isFirst && token.text.toLowerCase() === 'source') return 'keyword'
  if (isFirst) return 'command'
  if (token.beginsLine && findCommand(token.text) !== undefined && ![',', '('].includes(last.text) && last.kind !== 'operator')
    return 'command'
  if (lex(text, token.to).text === '(' && !keywords.has(token.text.toLowerCase())) return 'function'
  return keywords.has(token.text.toLowerCase()) ? 'keyword' : 'field'
}
