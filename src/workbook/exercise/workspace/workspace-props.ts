import type { ReactNode } from 'react'
import type { Diagnostic } from '#lib/text/diagnostic.ts'
import type { TextRange } from '#lib/text/text-range.ts'
import type { PaneView } from '#ui/pane/pane-props.ts'
import type { Cloud, OpenWorld } from '../../cloud.ts'
import type { Checking } from '../desk/use-checking.ts'
import type { Desk } from '../desk/use-desk.ts'
import type { Nights } from '../nights/use-nights.ts'

/** What the right side of an exercise is given, whatever its kind. */
export type WorkspaceProps = {
  readonly desk: Desk
  readonly checking: Checking
  /** The nights of an alarm. */
  readonly nights: Nights | undefined
  readonly cloud: Cloud
  readonly world: OpenWorld
  readonly view: PaneView
  onViewChange(view: PaneView): void
  /** Runs the pane again when it changes. */
  readonly runRequest: number
  /** The problems of a verdict on the text as it stands. */
  readonly diagnostics: readonly Diagnostic[]
  /** A place in the answer to go to. */
  readonly goTo: TextRange | undefined
  readonly checkButton: ReactNode
}
