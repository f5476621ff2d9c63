import type { Diagnostic } from '#lib/text/diagnostic.ts'
import type { Scanner } from '#lib/text/scanner.ts'
import type { TextRange } from '#lib/text/text-range.ts'
import type { Step } from '../ast.ts'
import { character } from '../diagnostics.ts'

export type Token = TextRange &
  (
    | { readonly kind: 'symbol' | 'word' | 'number' | 'index'; readonly text: string }
    | { readonly kind: 'quoted'; readonly text: string; readonly value: string }
    | { readonly kind: 'regex'; readonly text: string; readonly source: string }
    | { readonly kind: 'selector'; readonly text: string; readonly steps: readonly Step[] }
  )

/** What stands at a place: a token, or why there is none. */
export type Read = Token | { readonly problem: Diagnostic }

/** The character here fits nowhere: AWS names what it had read of the token, and it. */
export function unplaced(scanner: Scanner, from: number, hint: string): { readonly problem: Diagnostic } {
  scanner.at += scanner.character().length
  return { problem: character(from, scanner.at, scanner.slice(from), hint) }
}
