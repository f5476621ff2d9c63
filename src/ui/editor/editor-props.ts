import type { Ref } from 'react'
import type { Diagnostic } from '#lib/text/diagnostic.ts'
import type { KnownField, Language } from '#lib/text/language.ts'
import type { TextRange } from '#lib/text/text-range.ts'

/** What others may do to an editor, whichever of the two is there. */
export type EditorHandle = {
  focus(): void
  /** Puts a text where the caret is, in place of what is selected. */
  insert(text: string): void
  select(range: TextRange): void
}

export type EditorProps = {
  readonly language: Language
  /** What the editor is for, said by a screen reader. */
  readonly label: string
  readonly value: string
  onChange(value: string): void
  /** The language's own problems and those of a verdict. */
  readonly diagnostics: readonly Diagnostic[]
  readonly fields?: readonly KnownField[]
  readonly isLocked?: boolean
  /** A pattern is one line: no numbers beside it, and Enter runs. */
  readonly isSingleLine?: boolean
  readonly placeholder?: string
  onRun?(): void
  onCheck?(): void
  /** A place to go to; each new object is a new request. */
  readonly goTo?: TextRange | undefined
  readonly ref?: Ref<EditorHandle>
}
