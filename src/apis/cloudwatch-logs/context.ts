import type { Clock } from '#lib/time.ts'
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
  /** Work that goes on after the answer failed: nobody is left to throw to. */
  readonly onBug: (failure: unknown) => void
}
