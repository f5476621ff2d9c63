import type { TextRange } from '#lib/text-range.ts'
import type { Place } from '../course.ts'
import type { Checking } from './use-checking.ts'
import type { Desk } from './use-desk.ts'
import type { Hints } from './use-hints.ts'

/** What the parts of an exercise page share. */
export type ExerciseParts = {
  readonly place: Place
  readonly desk: Desk
  readonly checking: Checking
  readonly hints: Hints
  readonly isNarrow: boolean
  /** Puts the caret on a place in the answer. */
  onGo(range: TextRange): void
  /** Runs the pane again. */
  onRun(): void
}
