import type { SyntaxStyle } from '#lib/text/prose.ts'
import type { TextRange } from '#lib/text/text-range.ts'
import { scan } from './scan.ts'

export const tokens = (text: string): readonly (TextRange & { readonly style: SyntaxStyle })[] =>
  scan(text).map(({ from, to, kind }) => ({ from, to, style: kind === 'command' ? 'keyword' : kind }))
