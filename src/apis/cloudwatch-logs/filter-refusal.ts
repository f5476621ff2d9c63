import { messageInSearch } from '#languages/filter-pattern/diagnostics.ts'
import type { Diagnostic } from '#lib/text/diagnostic.ts'

/** What PutMetricFilter and TestMetricFilter say of a pattern they refuse. */
export const metricFilterRefusal = (diagnostics: readonly Diagnostic[]): string => firstError(diagnostics).message

/** What FilterLogEvents says of it. */
export const filterRefusal = (diagnostics: readonly Diagnostic[]): string => messageInSearch(firstError(diagnostics))

function firstError(diagnostics: readonly Diagnostic[]): Diagnostic {
  const first = diagnostics.find(({ severity }) => severity === 'error')
  if (first === undefined) throw new Error('cannot refuse a pattern: no diagnostic says why')
  return first
}
