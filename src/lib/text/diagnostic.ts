import type { TextRange } from './text-range.ts'

/** What we tell about a text: never thrown, always a value. `code` is `language/kebab-case`. */
export type Diagnostic = TextRange & {
  readonly severity: 'error' | 'warning'
  readonly code: string
  readonly message: string
  readonly hint?: string
}

/** Every parser gives a whole tree, however broken the text, and what is wrong with it. */
export type Parsed<Ast> = { readonly ast: Ast; readonly diagnostics: readonly Diagnostic[] }

/** A failure in the data or the text is a value; only bugs throw. */
export type Result<T> = { readonly value: T } | { readonly diagnostics: readonly Diagnostic[] }

export const hasErrors = (diagnostics: readonly Diagnostic[]): boolean => diagnostics.some((diagnostic) => diagnostic.severity === 'error')
