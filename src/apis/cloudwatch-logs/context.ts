import type { Clock, Millis } from '#lib/time.ts'
import type { LogStore } from '#stores/log-store.ts'
import type { MetricStore } from '#stores/metric-store.ts'
import type { ResourceStore } from '#stores/resource-store.ts'
import type { SubscriptionStore } from '#stores/subscription-store.ts'
import type { QueryRuns } from './query-runs.ts'

/** What an operation may touch: one account's stores, its clock, and the turn it gives to others while it works. */
export type LogsContext = {
  readonly accountId: string
  readonly region: string
  readonly clock: Clock
  readonly logs: LogStore
  readonly resources: ResourceStore
  readonly subscriptions: SubscriptionStore
  readonly metrics: MetricStore
  readonly queries: QueryRuns
  readonly newId: () => string
  readonly yieldTurn: () => Promise<void>
  /** Waits as long by the machine's clock, or until `stop`. */
  readonly pause: (duration: Millis, stop: AbortSignal) => Promise<void>
  /** Lets everything happen in the account that has happened by now; false where the account is there no longer. */
  readonly passTime: () => Promise<boolean>
  /** Work that goes on after the answer failed: nobody is left to throw to. */
  readonly onBug: (failure: unknown) => void
}
