import type { SyntaxStyle } from '#lib/text/prose.ts'
import type { TextRange } from '#lib/text/text-range.ts'
import { lex } from '../parse/lex.ts'
import { formOf } from '../parse/index.ts'
import type { Token } from '../parse/token.ts'

export type ColouredRange = TextRange & { readonly style: SyntaxStyle }

/** The pattern's pieces for an editor; behind a character that fits nowhere, nothing is coloured. */
export function tokens(text: string): readonly ColouredRange[] {
  const form = formOf(text)
  const found = lex(text, form).tokens
  return found.map((token, at) => ({
    from: token.from,
    to: token.to,
    style: form === 'terms' ? styleOfTerm(token) : styleInBrackets(token, found[at - 1]),
  }))
}

const styleOfTerm = (token: Token): SyntaxStyle => (token.kind === 'symbol' ? 'operator' : token.kind === 'regex' ? 'regex' : 'string')

const words = new Set(['IS', 'NULL', 'TRUE', 'FALSE', 'NOT', 'EXISTS'])

function styleInBrackets(token: Token, before: Token | undefined): SyntaxStyle {
  switch (token.kind) {
    case 'symbol':
      return /^[{}()[\],]$/.test(token.text) ? 'punctuation' : 'operator'
    case 'selector':
    case 'index':
      return 'field'
    case 'regex':
    case 'number':
      return token.kind
    case 'quoted':
      return 'string'
    default:
      return words.has(token.text) ? 'keyword' : before !== undefined && /^[!<>]?=$/.test(before.text) ? 'string' : 'field'
  }
}
