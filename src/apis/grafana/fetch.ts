import type { GrafanaAccounts, GrafanaContext } from './context.ts'
import { dashboardByUid, deleteDashboard, saveDashboard, search } from './dashboards.ts'
import { Refusal } from './refusal.ts'

type Call = { readonly context: GrafanaContext; readonly request: Request; readonly query: URLSearchParams; readonly uid: string }
type Route = { readonly method: string; readonly path: RegExp; run(call: Call): unknown }

export const ACCOUNT_HEADER = 'x-watchkeeper-account'
/** As much as a dashboard may weigh. */
const LARGEST_BODY = 8 * 1024 * 1024
const VERSION = '13.2.3'

/** Grafana's own paths, below `grafana/`; an error is `{message}`, with Grafana's `status` where it has one. */
export async function fetchGrafana(request: Request, path: string, accounts: GrafanaAccounts): Promise<Response> {
  const { searchParams } = new URL(request.url)
  try {
    for (const route of routes) {
      const match = route.path.exec(path)
      if (match === null || route.method !== request.method) continue
      const context = await accounts.account(accountOf(request, searchParams))
      return Response.json(await route.run({ context, request, query: searchParams, uid: uidOf(match[1]) }))
    }
    throw new Refusal(404, 'Not found')
  } catch (failure) {
    if (!(failure instanceof Refusal)) throw failure
    return Response.json({ message: failure.message, status: failure.reason }, { status: failure.status })
  }
}

/** What is no text at all names no dashboard. */
function uidOf(part = ''): string {
  try {
    return decodeURIComponent(part)
  } catch {
    throw new Refusal(400, `cannot read "${part.slice(0, 80)}" as a uid`)
  }
}

function accountOf(request: Request, query: URLSearchParams): string | undefined {
  const account = request.headers.get(ACCOUNT_HEADER) ?? query.get('account') ?? undefined
  if (account !== undefined && !/^\d{12}$/.test(account)) throw new Refusal(400, 'an account is twelve digits')
  return account
}

async function readBody(request: Request): Promise<Readonly<Record<string, unknown>>> {
  const bytes = await request.arrayBuffer()
  if (bytes.byteLength > LARGEST_BODY) throw new Refusal(413, `request body too large, max ${LARGEST_BODY} bytes`)
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    throw new Refusal(400, 'bad request data')
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Refusal(400, 'bad request data')
  return { ...value }
}

const routes: readonly Route[] = [
  { method: 'GET', path: /^api\/health$/, run: () => ({ commit: 'watchkeeper', database: 'ok', version: VERSION }) },
  { method: 'GET', path: /^api\/search\/?$/, run: ({ context, query }) => search(context, query) },
  { method: 'GET', path: /^api\/dashboards\/uid\/([^/]+)$/, run: ({ context, uid }) => dashboardByUid(context, uid) },
  { method: 'DELETE', path: /^api\/dashboards\/uid\/([^/]+)$/, run: ({ context, uid }) => deleteDashboard(context, uid) },
  {
    method: 'POST',
    path: /^api\/dashboards\/db\/?$/,
    run: async ({ context, request }) => saveDashboard(context, await readBody(request)),
  },
]
