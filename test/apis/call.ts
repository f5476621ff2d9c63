import { createBackend, type Backend, type BackendOptions } from '#backend/backend.ts'
import { DrivenClock } from '#lib/time.ts'

export const NOW = Date.UTC(2026, 10, 24, 12)

export type Answer = { readonly status: number; readonly body: Readonly<Record<string, unknown>>; readonly headers: Headers }

/** A cloud of its own with a clock that the test drives. */
export function startCloud(options: Partial<BackendOptions> = {}) {
  const clock = new DrivenClock(NOW)
  const backend = createBackend({ clock, ...options })
  const call = (operation: string, input: unknown, account?: string) => callLogs(backend, operation, input, account)
  return { backend, clock, call }
}

export async function callLogs(backend: Backend, operation: string, input: unknown, account?: string): Promise<Answer> {
  const headers = new Headers({ 'x-amz-target': `Logs_20140328.${operation}`, 'content-type': 'application/x-amz-json-1.1' })
  if (account !== undefined) headers.set('authorization', `AWS4-HMAC-SHA256 Credential=${account}/20261124/eu-west-1/logs/aws4_request`)
  const body = typeof input === 'string' ? input : JSON.stringify(input)
  const response = await backend.fetch(new Request('http://127.0.0.1/', { method: 'POST', headers, body }))
  const text = await response.text()
  return { status: response.status, body: text === '' ? {} : JSON.parse(text), headers: response.headers }
}

/** A group `/g` with a stream `s` and one event a second, a to z, the last now. */
export async function withLetters(cloud: ReturnType<typeof startCloud>, letters: string) {
  await cloud.call('CreateLogGroup', { logGroupName: '/g' })
  await cloud.call('CreateLogStream', { logGroupName: '/g', logStreamName: 's' })
  const logEvents = [...letters].map((message, at) => ({ timestamp: NOW - (letters.length - 1 - at) * 1000, message }))
  await cloud.call('PutLogEvents', { logGroupName: '/g', logStreamName: 's', logEvents })
}

/** The messages of an answer with events, joined. */
export const messagesOf = ({ body }: Answer): string =>
  Array.isArray(body['events']) ? body['events'].map((event: { readonly message: string }) => event.message).join('') : ''

/** What a query found, when it has ended. */
export async function finishQuery({ call }: Pick<ReturnType<typeof startCloud>, 'call'>, queryId: string): Promise<Answer> {
  for (;;) {
    const answer = await call('GetQueryResults', { queryId })
    if (answer.body['status'] !== 'Running') return answer
    await new Promise((resolve) => setImmediate(resolve))
  }
}
