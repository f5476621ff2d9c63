import type { ReactNode } from 'react'
import type { Diagnostic } from '#lib/text/diagnostic.ts'
import type { TextRange } from '#lib/text/text-range.ts'
import type { Millis, TimeRange } from '#lib/time.ts'
import type { Transport } from '#lib/transport.ts'
import type { Row } from '#ui/table/columns.ts'
import type { PaneOrigin } from './full-console.ts'

/** What a link restores of a pane. */
export type PaneView = {
  readonly group?: string
  /** One stream of the group, by its name; all of them where it is left out. */
  readonly stream?: string | undefined
  readonly start?: Millis
  /** Exclusive. */
  readonly end?: Millis
  readonly tab?: string
}

/** What a run gave, for whoever holds the pane. */
export type PaneResult = {
  readonly group: string
  readonly range: TimeRange
  readonly text: string
  readonly diagnostics: readonly Diagnostic[]
  /** Events kept, or rows. */
  readonly count?: number
  /** Events that were looked at. */
  readonly total?: number
  /** What a query gave. */
  readonly rows?: readonly Row[]
}

/** What every slim pane takes. */
export type PaneProps = {
  readonly transport: Transport
  /** Absolute address of the folder the page lives in. */
  readonly base: string
  readonly account: string
  readonly groups: readonly string[]
  /** What the account's world holds; `end` exclusive. */
  readonly range: TimeRange
  readonly text: string
  onTextChange(text: string): void
  /** More squiggles, from a verdict. */
  readonly diagnostics?: readonly Diagnostic[]
  /** Stands beside Run: the Check button. */
  readonly actions?: ReactNode
  /** The text may be run, not edited. */
  readonly locked?: boolean
  readonly variant: 'page' | 'exercise' | 'slide'
  readonly view?: PaneView
  onViewChange?(view: PaneView): void
  onCheck?(): void
  /** A place in the text to go to; each new object is a new request. */
  readonly goTo?: TextRange | undefined
  /** Runs again when it changes. */
  readonly runRequest?: number
  onRun?(result: PaneResult): void
  /** Stands at the end of the source bar. */
  readonly aside?: ReactNode
  /** Whose world it is: the source bar then has the link to the full console. */
  readonly origin?: PaneOrigin | undefined
}
