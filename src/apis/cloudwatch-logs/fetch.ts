import { ApiError, notSimulated, unreadable } from './api-error.ts'
import { isRecord } from './input/check-input.ts'
import type { LogsContext } from './context.ts'
import type { Operation, Output } from './operation.ts'
import { filterLogEventsOperations } from './operations/filter-log-events.ts'
import { getLogEventsOperations } from './operations/get-log-events.ts'
import { logGroupOperations } from './operations/log-groups.ts'
import { logRecordOperations } from './operations/log-records.ts'
import { logStreamOperations } from './operations/log-streams.ts'
import { metricFilterOperations } from './operations/metric-filters.ts'
import { putLogEventsOperations } from './operations/put-log-events.ts'
import { queryDefinitionOperations } from './operations/query-definitions.ts'
import { queryOperations } from './operations/queries.ts'
import { tagOperations } from './operations/tags.ts'
import { unsimulated } from './unsimulated.ts'

const operations: ReadonlyMap<string, Operation> = new Map(
  [
    ...logGroupOperations,
    ...logStreamOperations,
    ...putLogEventsOperations,
    ...getLogEventsOperations,
    ...filterLogEventsOperations,
    ...queryOperations,
    ...queryDefinitionOperations,
    ...logRecordOperations,
    ...metricFilterOperations,
    ...tagOperations,
  ].map((operation) => [operation.name, operation]),
)

/** One call in JSON 1.1: the operation's name and the body as it came, answered in the service's form. */
export async function fetchLogs(name: string, body: string, contentType: string, context: LogsContext): Promise<Response> {
  try {
    return answer(await run(name, body, context), contentType)
  } catch (failure) {
    if (failure instanceof ApiError) return refuse(failure, contentType)
    throw failure
  }
}

async function run(name: string, body: string, context: LogsContext): Promise<Output> {
  const operation = operations.get(name)
  if (operation) return operation.run(readInput(body), context)
  if (unsimulated.has(name))
    throw notSimulated(`the operation ${name} of CloudWatch Logs`, `these are: ${[...operations.keys()].join(', ')}`)
  throw new ApiError('UnknownOperationException', '')
}

function readInput(body: string): Readonly<Record<string, unknown>> {
  if (body === '') return {}
  let input: unknown
  try {
    input = JSON.parse(body)
  } catch {
    throw unreadable()
  }
  if (!isRecord(input)) throw unreadable()
  return input
}

/** An operation without output answers with an empty body. */
function answer(output: Output, contentType: string): Response {
  if (output === undefined) return new Response(null, { headers: { 'content-type': contentType, 'content-length': '0' } })
  return new Response(JSON.stringify(output), { headers: { 'content-type': contentType } })
}

/** An error without text has no `message`, as the service's own for what it cannot read. */
function refuse({ type, message, status, members }: ApiError, contentType: string): Response {
  const body = message === '' ? { __type: type, ...members } : { __type: type, message, ...members }
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': contentType } })
}
