import type { Clock } from '#lib/time.ts'
import type { AlarmStore } from '#stores/alarm-store.ts'
import type { MetricStore } from '#stores/metric-store.ts'

/** What an operation may touch: one account's stores and its clock. */
export type CloudWatchContext = {
  readonly accountId: string
  readonly region: string
  readonly clock: Clock
  readonly metrics: MetricStore
  readonly alarms: AlarmStore
  readonly newId: () => string
}
