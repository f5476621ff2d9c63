import type { Diagnostic } from '#lib/text/diagnostic.ts'
import type { TextRange } from '#lib/text/text-range.ts'

export type InsightsCode =
  | 'insights/too-long'
  | 'insights/too-deep'
  | 'insights/unknown-command'
  | 'insights/not-simulated-yet'
  | 'insights/missing-pipe'
  | 'insights/expected'
  | 'insights/unexpected'
  | 'insights/character'
  | 'insights/unclosed'
  | 'insights/foreign-operator'
  | 'insights/misplaced-period'
  | 'insights/regex'
  | 'insights/glob-names'
  | 'insights/no-named-groups'
  | 'insights/unknown-function'
  | 'insights/arguments'
  | 'insights/argument-type'
  | 'insights/aggregate-outside-stats'
  | 'insights/nested-aggregate'
  | 'insights/not-aggregated'
  | 'insights/missing-parentheses'
  | 'insights/topk-alone'
  | 'insights/too-many-stats'
  | 'insights/before-stats'
  | 'insights/lost-field'
  | 'insights/bin-needs-timestamp'
  | 'insights/after-dedup'
  | 'insights/limit-range'
  | 'insights/source'
  | 'insights/no-parameter'

export function problem(code: InsightsCode, { from, to }: TextRange, message: string, hint?: string): Diagnostic {
  return { severity: 'error', code, from, to, message, ...(hint === undefined ? {} : { hint }) }
}

export const warning = (...about: Parameters<typeof problem>): Diagnostic => ({ ...problem(...about), severity: 'warning' })
