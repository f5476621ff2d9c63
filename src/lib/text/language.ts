import type { Diagnostic } from './diagnostic.ts'
import type { SyntaxStyle } from './prose.ts'
import type { TextRange } from './text-range.ts'

/** What a language offers an editor; one face for all of them, with no editor's words in it. */
export type Language = {
  readonly id: string
  /** Coloured pieces in order; what lies between two of them is plain text. */
  tokens(text: string): readonly (TextRange & { readonly style: SyntaxStyle })[]
  diagnose(text: string): readonly Diagnostic[]
  complete(text: string, offset: number, fields: readonly KnownField[]): readonly Completion[]
  hover(text: string, offset: number, fields: readonly KnownField[]): Hover | undefined
  signature(text: string, offset: number): Signature | undefined
}

/** A field found in the data the query will run over. */
export type KnownField = { readonly name: string; readonly percent?: number; readonly samples: readonly string[] }

export type Completion = TextRange & {
  readonly label: string
  readonly kind: 'command' | 'function' | 'field' | 'keyword' | 'value'
  readonly insert: string
  /** One line beside the label: a signature, a sample value. */
  readonly detail?: string
  /** A sentence or two, plain text. */
  readonly says?: string
}

export type Hover = TextRange & { readonly title: string; readonly says: string; readonly examples: readonly string[] }

export type Signature = {
  readonly label: string
  readonly says: string
  readonly parameters: readonly { readonly label: string; readonly says: string }[]
  readonly active: number
}
