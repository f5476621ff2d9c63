import { ApiError } from '#clients/api-error.ts'
import type { Diagnostic } from '#lib/diagnostic.ts'

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null

/** What MalformedQueryException says of a place in the query, as a diagnostic; undefined for any other failure. */
export function refusalOf(error: Error | undefined, query: string): Diagnostic | undefined {
  if (!(error instanceof ApiError) || error.type !== 'MalformedQueryException') return undefined
  const compile = error.members['queryCompileError']
  const location = isRecord(compile) && isRecord(compile['location']) ? compile['location'] : {}
  const from = Number(location['startCharOffset'] ?? 0)
  const to = Number(location['endCharOffset'] ?? query.length)
  return { from, to: Math.max(from, to), severity: 'error', code: 'insights/refused', message: error.message }
}
