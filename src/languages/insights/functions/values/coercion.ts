import { formatTimestamp } from '../time/timestamp.ts'
import type { Value } from '../../function-entry.ts'

const numeric = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/

/** Whether a text counts as a number wherever numbers are compared, summed or sorted. */
export function looksNumeric(text: string): boolean {
  const first = text.charCodeAt(0)
  // most words are told by their first letter
  if (first > 57 || text.length === 0 || text.length > 320) return false
  return numeric.test(text)
}

/** The value as a number, NaN where it is none. */
export function numberOf(value: Value | undefined): number {
  if (typeof value === 'number') return value
  if (typeof value === 'string') return looksNumeric(value) ? Number(value) : Number.NaN
  if (typeof value === 'boolean') return value ? 1 : 0
  return value !== null && value !== undefined && value.kind === 'timestamp' ? value.millis : Number.NaN
}

/** The value as text, null where it has none: maps and lists are null to every text function. */
export function textOf(value: Value | undefined): string | null {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return decimalText(value)
  if (typeof value === 'boolean') return value ? '1' : '0'
  return value !== null && value !== undefined && value.kind === 'timestamp' ? formatTimestamp(value.millis) : null
}

/** The shortest decimal text that reads back as the number, never with an exponent. */
export function decimalText(number: number): string {
  const text = String(number)
  if (!text.includes('e')) return text
  if (Math.abs(number) >= 1e21) return BigInt(number).toString()
  const [mantissa = '', exponent = '0'] = text.split('e-')
  const zeros = '0'.repeat(Number(exponent) - 1)
  return `${number < 0 ? '-' : ''}0.${zeros}${mantissa.replace(/[-.]/g, '')}`
}

/** Whether a row with this value as its condition is kept. */
export function isTrue(value: Value): boolean {
  if (typeof value === 'boolean') return value
  if (typeof value === 'number') return value !== 0
  if (typeof value === 'string') return value !== '' && value !== 'false' && Number(value) !== 0
  return value !== null && value.kind === 'timestamp'
}

/** A finite number, or null: what arithmetic gives. */
export const numberOrNull = (number: number): number | null => (Number.isFinite(number) ? number : null)

/** `=` between two values: numbers where both look like numbers, else text; null, maps and lists equal nothing. */
export function areEqual(left: Value, right: Value): boolean {
  return compareScalars(left, right) === 0
}

/** Negative, zero or positive as `<`, `=`, `>` see it; NaN where the two cannot be compared. */
export function compareScalars(left: Value, right: Value): number {
  if (left === null || right === null) return Number.NaN
  const leftNumber = numberOf(left)
  const rightNumber = numberOf(right)
  if (!Number.isNaN(leftNumber) && !Number.isNaN(rightNumber)) return leftNumber - rightNumber
  const leftText = comparisonText(left)
  const rightText = comparisonText(right)
  if (leftText === null || rightText === null) return Number.NaN
  return leftText < rightText ? -1 : leftText > rightText ? 1 : 0
}

// a date is never compared with a text: the product does not filter by readable times
function comparisonText(value: Value): string | null {
  if (typeof value === 'boolean') return String(value)
  return typeof value === 'object' ? null : textOf(value)
}
