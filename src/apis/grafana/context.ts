import type { Clock } from '#lib/time.ts'
import type { DashboardJson, DashboardStore } from '#stores/dashboard-store.ts'

/** Grafana as one account sees it. */
export type GrafanaContext = {
  readonly dashboards: DashboardStore
  readonly clock: Clock
  newId(): string
  /** Dashboards that come with the world; one saved over them takes their place. */
  readonly provisioned?: readonly DashboardJson[]
}

/** `account` is undefined where the caller names none. */
export type GrafanaAccounts = { account(id: string | undefined): GrafanaContext | Promise<GrafanaContext> }
