import type { Millis, TimeRange } from '#lib/time.ts'
import type { Transport } from '#lib/transport.ts'

/** What changes in a link's query; undefined takes a member out. */
export type ConsoleQuery = Readonly<Record<string, string | undefined>>

/** What every full console takes. Paths are those below `#/consoles/`: `cloudwatch/alarms/create`. */
export type ConsoleProps = {
  readonly transport: Transport
  /** Absolute address of the folder the page lives in. */
  readonly base: string
  readonly account: string
  /** Whose world it is: "The world of ‘Which branch is slow’". */
  readonly whose: string
  /** Whether what is made here is there again after a reload. */
  readonly isKept: boolean
  /** What the world holds, from its beginning to its end; `end` exclusive. */
  readonly range: TimeRange
  /** The world's own time; nothing later has happened yet. It moves while the clock runs. */
  readonly now: Millis
  readonly path: string
  readonly query: URLSearchParams
  /** Changes some of the link's query in place, without a step in the history. */
  onQueryChange(change: ConsoleQuery): void
  /** The link to another page of the consoles over the same world. */
  href(path: string, query?: ConsoleQuery): string
  /** Goes to such a page. */
  go(path: string, query?: ConsoleQuery): void
}
