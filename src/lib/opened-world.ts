import type { Millis, TimeRange } from './time.ts'

/** A world somebody may look at: an account of the simulated cloud. */
export type OpenedWorld = {
  readonly account: string
  readonly groups: readonly string[]
  readonly range: TimeRange
  /** Where its clock stands; nothing later has been recorded yet. */
  readonly now: Millis
  readonly events: number
  readonly isRunning: boolean
}

/** A world on its way: `done` and `total` are of the same, unnamed unit. */
export type WorldState = OpenedWorld & {
  readonly done: number
  readonly total: number
  readonly status: 'loading' | 'ready' | 'cancelled'
  /** Why it was given up, where nobody cancelled it. */
  readonly problem?: string
}

/** What may be done to a world's clock. */
export type ClockChange = { readonly action: 'play' | 'pause' } | { readonly action: 'jump'; readonly to: Millis }
