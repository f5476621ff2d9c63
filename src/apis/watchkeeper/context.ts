import type { Clock, Millis, TimeRange } from '#lib/time.ts'
import type { WorldSpec } from '#lib/world-spec.ts'
import type { LogStore } from '#stores/log-store.ts'

/** A world that was opened: its account, and how much of it has been recorded. `done` and `total` are of the same, unnamed unit. */
export type WorldState = {
  readonly account: string
  readonly groups: readonly string[]
  readonly range: TimeRange
  readonly now: Millis
  readonly events: number
  readonly done: number
  readonly total: number
  readonly status: 'loading' | 'ready' | 'cancelled'
  readonly isRunning: boolean
}

/** How its clock stands when a world is opened: at its end, unless said otherwise. */
export type OpenOptions = { readonly at?: Millis; readonly isRunning?: boolean }

export type ClockChange = { readonly action: 'play' | 'pause' } | { readonly action: 'jump'; readonly to: Millis }

/** The worlds of the backend, as far as this api may touch them. */
type Worlds = {
  /** What is wrong with a spec, one sentence each. */
  problems(spec: WorldSpec): readonly string[]
  open(spec: WorldSpec, options: OpenOptions): Promise<WorldState>
  state(account: string): Promise<WorldState | undefined>
  cancel(account: string): boolean
  changeClock(account: string, change: ClockChange): Promise<WorldState | undefined>
}

export type WatchkeeperContext = {
  readonly worlds: Worlds
  readonly imports: Imports
  account(id: string): { readonly logs: LogStore; readonly clock: Clock }
  accountOfImport(name: string, size: number): string
  reset(): void
}

export type Imports = {
  begin(start: { readonly account: string; readonly group: string; readonly stream: string }): string
  push(id: string, bytes: Uint8Array): ImportProgress | undefined
  finish(id: string): ImportReport | undefined
  cancel(id: string): boolean
}

export type ImportProgress = { readonly events: number; readonly lines: number; readonly bytes: number }

/** A line that was not taken, or not as it looks. */
export type LineNote = { readonly line: number; readonly text: string }

export type ImportReport = ImportProgress & {
  readonly account: string
  readonly group: string
  readonly stream: string
  /** First and last event, the end one millisecond behind the last; nothing when no event was taken. */
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
