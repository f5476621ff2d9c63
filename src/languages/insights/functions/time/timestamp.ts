import type { Timestamp, Value } from '../../function-entry.ts'

export const timestamp = (millis: number): Timestamp => ({ kind: 'timestamp', millis })

/** `YYYY-MM-DD HH:MM:SS.mmm` in UTC, as query results show times. */
export function formatTimestamp(millis: number): string {
  if (!(Math.abs(millis) <= 8.64e15)) return String(millis)
  return new Date(millis).toISOString().replace('T', ' ').replace('Z', '')
}

/** A timestamp's or a number's milliseconds; NaN for anything else. */
export function millisOf(value: Value | undefined): number {
  if (typeof value === 'number') return value
  if (typeof value === 'string') return value === '' ? Number.NaN : Number(value)
  return value !== null && typeof value === 'object' && value.kind === 'timestamp' ? value.millis : Number.NaN
}
