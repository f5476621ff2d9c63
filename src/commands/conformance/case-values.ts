export type Given = Readonly<Record<string, unknown>>

export const isRecord = (value: unknown): value is Given => typeof value === 'object' && value !== null && !Array.isArray(value)

export const recordOf = (value: unknown): Given => (isRecord(value) ? value : {})
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
export const recordsOf = (value: unknown): readonly Given[] => listOf(value).filter(isRecord)
export const numbersOf = (value: unknown): readonly number[] => listOf(value).map(Number)

const TOLERANCE = 1e-9

/** Whether a number is the expected one as the cases' README says it; `"*"` is anything, `null` nothing. */
export function isExpected(expected: unknown, actual: number | undefined, tolerance: unknown): boolean {
  if (expected === '*') return true
  if (expected === null || actual === undefined) return expected === null && actual === undefined
  if (typeof expected !== 'number') return false
  const allowed = (typeof tolerance === 'number' ? tolerance : TOLERANCE) * Math.max(1, Math.abs(expected))
  return Math.abs(actual - expected) <= allowed
}
