import type { Value } from '#languages/insights/function-entry.ts'
import { numberOf, textOf } from '#languages/insights/functions/values/coercion.ts'

/** What is the same for two values that are equal: a number where it looks like one, else its text; nothing for what equals nothing. */
export function equalityKey(value: Value): number | string | undefined {
  const number = numberOf(value)
  return Number.isNaN(number) ? (textOf(value) ?? undefined) : number
}
