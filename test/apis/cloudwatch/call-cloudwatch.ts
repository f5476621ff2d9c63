import { createBackend, type Backend } from '#backend/backend.ts'
import { DrivenClock } from '#lib/time.ts'

export const NOW = Date.UTC(2026, 10, 24, 12)
/** As the wires write times. */
export const NOW_SECONDS = NOW / 1000

type Input = Readonly<Record<string, unknown>>
export type Reply = { readonly status: number; readonly body: Readonly<Record<string, unknown>>; readonly text: string }
export type Refusal = { readonly status: number; readonly code: string; readonly message: string }

export const credential = (account: string, region = 'eu-west-2'): string =>
  `AWS4-HMAC-SHA256 Credential=${account}/20261124/${region}/monitoring/aws4_request`

/** A cloud of its own, spoken to as CloudWatch's clients speak. */
export function startCloudWatch() {
  const clock = new DrivenClock(NOW)
  const backend = createBackend({ clock })
  return {
    backend,
    clock,
    json: (operation: string, input: Input, account?: string) => callJson(backend, operation, input, account),
    query: (operation: string, input: Input) => callQuery(backend, operation, input),
    /** What both protocols refuse with; it must be the same. */
    refusal: async (operation: string, input: Input): Promise<Refusal> => {
      const byJson = jsonRefusal(await callJson(backend, operation, input))
      const byQuery = queryRefusal(await callQuery(backend, operation, input))
      if (JSON.stringify(byJson) !== JSON.stringify(byQuery))
        throw new Error(`JSON and Query differ: ${JSON.stringify(byJson)} and ${JSON.stringify(byQuery)}`)
      return byJson
    },
  }
}

async function callJson(backend: Backend, operation: string, input: Input, account = '111122223333'): Promise<Reply> {
  const headers = {
    'x-amz-target': `GraniteServiceVersion20100801.${operation}`,
    'content-type': 'application/x-amz-json-1.0',
    'x-amzn-query-mode': 'true',
    authorization: credential(account),
  }
  const response = await backend.fetch(new Request('http://127.0.0.1/', { method: 'POST', headers, body: JSON.stringify(input) }))
  const text = await response.text()
  const body = { ...(text === '' ? {} : JSON.parse(text)), queryError: response.headers.get('x-amzn-query-error') ?? undefined }
  return { status: response.status, body, text }
}

async function callQuery(backend: Backend, operation: string, input: Input): Promise<Reply> {
  const headers = { 'content-type': 'application/x-www-form-urlencoded', authorization: credential('111122223333') }
  const body = new URLSearchParams([['Action', operation], ['Version', '2010-08-01'], ...formOf(input, '')]).toString()
  const response = await backend.fetch(new Request('http://127.0.0.1/', { method: 'POST', headers, body }))
  return { status: response.status, body: {}, text: await response.text() }
}

/** An input as Query writes it: `MetricData.member.1.Value=2`. */
function formOf(value: unknown, path: string): [string, string][] {
  const below = (name: string | number): string => (path === '' ? String(name) : `${path}.${name}`)
  if (Array.isArray(value))
    return value.length === 0 ? [[path, '']] : value.flatMap((element, at) => formOf(element, below(`member.${at + 1}`)))
  if (typeof value !== 'object' || value === null) return [[path, String(value)]]
  return Object.entries(value).flatMap(([name, member]) => formOf(member, below(name)))
}

function jsonRefusal({ status, body }: Reply): Refusal {
  const [code = ''] = String(body['queryError'] ?? '').split(';')
  return { status, code, message: String(body['message'] ?? '') }
}

function queryRefusal({ status, text }: Reply): Refusal {
  const inner = (name: string): string => new RegExp(`<${name}>([^<]*)</${name}>`).exec(text)?.[1] ?? ''
  const message = inner('Message').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
  return { status, code: inner('Code'), message }
}
