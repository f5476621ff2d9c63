import type { TimeRange } from './time.ts'

/** A line that was not taken, or not as it looks. */
export type LineNote = { readonly line: number; readonly text: string }

/** What became of a person's own log. */
export type ImportReport = {
  readonly account: string
  readonly group: string
  readonly stream: string
  readonly events: number
  readonly lines: number
  readonly bytes: number
  /** First and last event, the end one millisecond behind the last; absent where nothing was taken. */
  readonly range?: TimeRange
  /** No line had a time: they lie one millisecond apart and end at the account's clock. */
  readonly isTimeless: boolean
  /** Lines refused, at most the first hundred. */
  readonly refused: readonly LineNote[]
  readonly refusedCount: number
  /** Lines taken in another way than they look: cut-off JSON, text among JSON. */
  readonly notes: readonly LineNote[]
  /** Why the whole text was refused. */
  readonly refusal?: string
}
