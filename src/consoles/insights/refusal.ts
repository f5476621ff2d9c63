import { AwsError } from '#clients/cloudwatch-logs.ts'
import type { Diagnostic } from '#lib/text/diagnostic.ts'

/** What MalformedQueryException says of a place in the query, as a diagnostic; undefined for any other failure. */
export function refusalOf(error: Error | undefined): Diagnostic | undefined {
  if (!(error instanceof AwsError) || error.location === undefined) return undefined
  const { startCharOffset: from, endCharOffset: to } = error.location
  return { from, to, severity: 'error', code: 'insights/refused', message: error.message }
}
