import { proseNumber } from '#lib/text/prose-number.ts'

/** A whole number in thin-space groups, for prose and counters; never for a cell that may be copied into a query. */
export const formatCount = (count: number): string => proseNumber(Math.round(count))

/** `1 event`, `1 512 events`. */
export const countOf = (count: number, noun: string): string => `${formatCount(count)} ${noun}${count === 1 ? '' : 's'}`

/** Decimal units, as the vendor's console shows what a query read: `840 B`, `31 kB`, `0.3 MB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${Math.round(bytes)} B`
  if (bytes < 200_000) return `${Math.round(bytes / 1000)} kB`
  if (bytes < 1e9) return `${(bytes / 1e6).toFixed(1)} MB`
  return `${(bytes / 1e9).toFixed(1)} GB`
}
