import type { Transport } from '#lib/transport.ts'
import { jsonCaller } from './json-call.ts'

export type DashboardJson = Readonly<Record<string, unknown>>

export type FoundDashboard = { readonly uid: string; readonly title: string; readonly tags: readonly string[]; readonly url: string }

export type OpenedDashboard = {
  readonly dashboard: DashboardJson
  readonly meta: {
    readonly slug: string
    readonly version: number
    readonly provisioned: boolean
    readonly canDelete: boolean
    readonly updated: string
  }
}

export type SavedDashboard = {
  readonly uid: string
  readonly id: number
  readonly version: number
  readonly slug: string
  readonly url: string
}

export type SaveDashboard = { readonly dashboard: DashboardJson; readonly overwrite?: boolean; readonly message?: string }

/** What Grafana said no with; `reason` is `version-mismatch`, `name-exists`, ... where it gives one. */
export class GrafanaError extends Error {
  readonly status: number
  readonly reason: string | undefined

  constructor(message: string, status: number, reason: string | undefined) {
    super(message)
    this.name = 'GrafanaError'
    this.status = status
    this.reason = reason
  }
}

type ClientOptions = { readonly transport: Transport; readonly base: string; readonly account: string }

export type GrafanaClient = ReturnType<typeof createGrafanaClient>

/** Grafana's dashboards over HTTP, as one account sees them. */
export function createGrafanaClient({ transport, base, account }: ClientOptions) {
  const ask = jsonCaller({ transport, folder: new URL('grafana/api/', base), headers: { 'x-watchkeeper-account': account }, errorOf })
  const uidPath = (uid: string) => `dashboards/uid/${encodeURIComponent(uid)}`

  return {
    search: async (query = '', signal?: AbortSignal) =>
      (await ask('GET', `search?type=dash-db&query=${encodeURIComponent(query)}`, undefined, signal)) as readonly FoundDashboard[],
    dashboard: async (uid: string, signal?: AbortSignal) => (await ask('GET', uidPath(uid), undefined, signal)) as OpenedDashboard,
    save: async (save: SaveDashboard, signal?: AbortSignal) => (await ask('POST', 'dashboards/db', save, signal)) as SavedDashboard,
    delete: async (uid: string, signal?: AbortSignal) => void (await ask('DELETE', uidPath(uid), undefined, signal)),
  }
}

function errorOf(answer: unknown, status: number): GrafanaError {
  const members: Readonly<Record<string, unknown>> = typeof answer === 'object' && answer !== null ? { ...answer } : {}
  const message = typeof members.message === 'string' ? members.message : `the answer has status ${status}`
  return new GrafanaError(message, status, typeof members.status === 'string' ? members.status : undefined)
}
