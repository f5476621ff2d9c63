import type { ImportReport } from '#lib/import-report.ts'
import type { Made, MadeOutcome, MadeThing } from '#lib/made.ts'
import type { ClockChange, WorldState } from '#lib/opened-world.ts'
import type { Clock, Millis } from '#lib/time.ts'
import type { WorldSpec } from '#lib/world-spec.ts'
import type { AlarmStore } from '#stores/alarm-store.ts'
import type { LogStore } from '#stores/log-store.ts'
import type { MetricStore } from '#stores/metric-store.ts'
import type { SubscriptionStore } from '#stores/subscription-store.ts'

/** How its clock stands when a world is opened: at its end, unless said otherwise. */
export type OpenOptions = { readonly at?: Millis; readonly isRunning?: boolean }

/** The worlds of the backend, as far as this api may touch them. */
type Worlds = {
  /** What is wrong with a spec, one sentence each. */
  problems(spec: WorldSpec): readonly string[]
  open(spec: WorldSpec, options: OpenOptions): Promise<WorldState>
  state(account: string): Promise<WorldState | undefined>
  cancel(account: string): boolean
  changeClock(account: string, change: ClockChange): Promise<WorldState | undefined>
}

export type OwnAccount = {
  readonly logs: LogStore
  readonly metrics: MetricStore
  readonly alarms: AlarmStore
  readonly subscriptions: SubscriptionStore
  readonly clock: Clock
}

export type WatchkeeperContext = {
  readonly worlds: Worlds
  readonly imports: Imports
  /** With all that happened in it until now. */
  account(id: string): Promise<OwnAccount>
  readonly made: {
    list(): Promise<Made>
    put(things: readonly MadeThing[]): Promise<MadeOutcome>
  }
  accountOfImport(name: string, size: number): string
  /** Lets everything else that waits go first. */
  yieldTurn(): Promise<void>
  reset(): void
}

export type Imports = {
  begin(start: { readonly account: string; readonly group: string; readonly stream: string; readonly name: string }): Promise<string>
  push(id: string, bytes: Uint8Array): ImportProgress | undefined
  finish(id: string): ImportReport | undefined
  cancel(id: string): boolean
  /** There is room for own logs again. */
  reset(): void
}

/** `isOver`: nothing more is read of it. */
export type ImportProgress = Pick<ImportReport, 'events' | 'lines' | 'bytes'> & { readonly isOver: boolean }
