import { isDeepStrictEqual } from 'node:util'
import { createBackend, type Backend } from '#backend/backend.ts'
import { standingClock, type Millis } from '#lib/time.ts'
import type { CaseResult, NeutralCase } from '../neutral-case.ts'

type Call = { readonly target: string; readonly body: unknown }
type Answer = { readonly status: number; readonly body: unknown }

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Kind "wire": calls to an empty account, then one whose answer is compared. One reading of the clock serves a whole case. */
export async function runWireCase(testCase: NeutralCase): Promise<CaseResult> {
  const now = Date.now()
  const backend = createBackend({ clock: standingClock(now) })
  const setup = Array.isArray(testCase['setup']) ? testCase['setup'].map(callOf) : []
  for (const call of setup) {
    const answer = await send(backend, call, now)
    if (answer.status !== 200) return { passed: false, expected: `200 to ${call.target}, which sets the case up`, actual: answer }
  }
  const actual = await send(backend, callOf(testCase['request']), now)
  const expected = testCase['expect']
  return { passed: isRecord(expected) && meets(actual, withTimes(expected, now)), expected, actual }
}

function callOf(value: unknown): Call {
  if (!isRecord(value) || typeof value['target'] !== 'string') throw new Error(`cannot send ${JSON.stringify(value)}: it has no target`)
  return { target: value['target'], body: value['body'] }
}

async function send(backend: Backend, { target, body }: Call, now: Millis): Promise<Answer> {
  const response = await backend.fetch(
    new Request('http://127.0.0.1/', {
      method: 'POST',
      headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': target },
      body: JSON.stringify(withTimes(body, now)),
    }),
  )
  const text = await response.text()
  return { status: response.status, body: text === '' ? {} : JSON.parse(text) }
}

/** `{"now": n}` is the time of the case and n milliseconds. */
function withTimes(value: unknown, now: Millis): unknown {
  if (Array.isArray(value)) return value.map((element) => withTimes(element, now))
  if (!isRecord(value)) return value
  const keys = Object.keys(value)
  if (keys.length === 1 && typeof value['now'] === 'number') return now + value['now']
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, withTimes(member, now)]))
}

function meets(actual: Answer, expected: unknown): boolean {
  if (!isRecord(expected)) return false
  const paths = Array.isArray(expected['bodyHas']) ? expected['bodyHas'].map(String) : []
  return (
    actual.status === expected['status'] &&
    (expected['error'] === undefined || isError(actual.body, expected['error'])) &&
    (expected['body'] === undefined || contains(actual.body, expected['body'])) &&
    paths.every((path) => valueAt(actual.body, path.split('.')) !== undefined)
  )
}

function isError(body: unknown, expected: unknown): boolean {
  if (!isRecord(body) || !isRecord(expected) || typeof body['__type'] !== 'string') return false
  const isType = body['__type'].replace(/^.*#/, '') === expected['type']
  return isType && (expected['message'] === undefined || (body['message'] ?? body['Message']) === expected['message'])
}

/** Objects hold at least these members, arrays as many elements. */
function contains(actual: unknown, expected: unknown): boolean {
  if (Array.isArray(expected))
    return Array.isArray(actual) && actual.length === expected.length && expected.every((element, at) => contains(actual[at], element))
  if (!isRecord(expected)) return isDeepStrictEqual(actual, expected)
  return isRecord(actual) && Object.entries(expected).every(([key, member]) => contains(actual[key], member))
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  const [first, ...rest] = path
  if (first === undefined) return value
  if (Array.isArray(value)) return valueAt(value[Number(first)], rest)
  return isRecord(value) ? valueAt(value[first], rest) : undefined
}
