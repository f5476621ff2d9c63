import type { Random } from '#lib/random.ts'
import { exponentialQuantiles, logNormalQuantiles } from './quantiles.ts'

const quantile = (table: readonly number[], random: Random): number => table[random.below(table.length)] ?? 0

/** Exponential with the given mean, a whole number. */
export const exponential = (random: Random, mean: number): number => Math.round((mean * quantile(exponentialQuantiles, random)) / 1000)

/** Log-normal (sigma 0.45) with the given median, a whole number. */
export const logNormal = (random: Random, median: number): number => Math.round((median * quantile(logNormalQuantiles, random)) / 1000)

/** A log-normal factor in thousandths, to be shared by what is slow together. */
export const logNormalFactor = (random: Random): number => quantile(logNormalQuantiles, random)

/** True in `share` of 10,000 draws. */
export const happens = (random: Random, share: number): boolean => random.below(10_000) < share

/** Lower-case hexadecimal digits, eight a draw. */
export function hex(random: Random, digits: number): string {
  let text = ''
  while (text.length < digits) text += (random.uint32() + 0x1_0000_0000).toString(16).slice(1)
  return text.slice(0, digits)
}

/** A version 4 UUID. */
export function uuid(random: Random): string {
  const text = hex(random, 32)
  const variant = '89ab'[Number.parseInt(text.slice(16, 17), 16) & 3] ?? '8'
  return `${text.slice(0, 8)}-${text.slice(8, 12)}-4${text.slice(13, 16)}-${variant}${text.slice(17, 20)}-${text.slice(20)}`
}

/** An index, each as likely as its weight. */
export function weighted(random: Random, weights: readonly number[]): number {
  let left = random.below(weights.reduce((sum, weight) => sum + weight, 0))
  const found = weights.findIndex((weight) => (left -= weight) < 0)
  return found < 0 ? weights.length - 1 : found
}
