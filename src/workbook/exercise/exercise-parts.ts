import type { TextRange } from '#lib/text/text-range.ts'
import type { Place } from '../course.ts'
import type { Checking } from './desk/use-checking.ts'
import type { Desk } from './desk/use-desk.ts'
import type { Hints } from './desk/use-hints.ts'
import type { Nights } from './nights/use-nights.ts'

/** What the parts of an exercise page share. */
export type ExerciseParts = {
  readonly place: Place
  readonly desk: Desk
  readonly checking: Checking
  readonly hints: Hints
  /** The nights of an alarm. */
  readonly nights: Nights | undefined
  readonly isNarrow: boolean
  /** Puts the caret on a place in the answer. */
  onGo(range: TextRange): void
  /** Runs the pane again. */
  onRun(): void
}
