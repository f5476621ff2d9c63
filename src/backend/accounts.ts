import { QueryRuns } from '#apis/cloudwatch-logs/query-runs.ts'
import { hash } from '#lib/random.ts'
import type { Clock } from '#lib/time.ts'
import type { WorldSpec } from '#lib/world-spec.ts'
import { AlarmStore } from '#stores/alarm-store.ts'
import { DashboardStore } from '#stores/dashboard-store.ts'
import { LogStore } from '#stores/log-store.ts'
import { MetricStore } from '#stores/metric-store.ts'
import { ResourceStore } from '#stores/resource-store.ts'
import { SubscriptionStore } from '#stores/subscription-store.ts'

/** The account that holds the seeded world where there is one, and everybody's whose key names no other. */
export const DEFAULT_ACCOUNT = '123456789012'

export type Account = {
  readonly id: string
  readonly logs: LogStore
  readonly metrics: MetricStore
  readonly alarms: AlarmStore
  readonly dashboards: DashboardStore
  readonly resources: ResourceStore
  readonly subscriptions: SubscriptionStore
  readonly queries: QueryRuns
  readonly clock: Clock
}

export const createAccount = (id: string, clock: Clock): Account => ({
  id,
  clock,
  logs: new LogStore(),
  metrics: new MetricStore(),
  alarms: new AlarmStore(),
  dashboards: new DashboardStore(),
  resources: new ResourceStore(),
  subscriptions: new SubscriptionStore(),
  queries: new QueryRuns(),
})

/** Nobody has put anything into it. */
export const isEmpty = ({ logs, metrics, alarms, dashboards, resources }: Account): boolean =>
  logs.groups().length === 0 &&
  metrics.metrics().length === 0 &&
  alarms.size === 0 &&
  alarms.history().length === 0 &&
  dashboards.all().length === 0 &&
  resources.queryDefinitions().length === 0 &&
  resources.lookupTables.all().length === 0

/** Twelve digits that belong to a thing and nothing else; never the default account. */
export function accountNumber(kind: string, thing: unknown): string {
  const text = JSON.stringify(thing, inKeyOrder)
  const digits = `${hash(kind, text)}${hash(text, kind)}`.padStart(20, '7')
  return `9${digits.slice(-11)}`
}

export const accountOfSpec = (spec: WorldSpec): string => accountNumber('world', spec)

/** Order of keys is no difference between two specs. */
function inKeyOrder(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)))
}
