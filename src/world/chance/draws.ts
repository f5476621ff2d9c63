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

const bytes = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** Four bytes of a draw as eight digits, by table: ids are drawn for every event. */
const eightDigits = (draw: number): string =>
  `${bytes[draw >>> 24]}${bytes[(draw >>> 16) & 255]}${bytes[(draw >>> 8) & 255]}${bytes[draw & 255]}`

/** Lower-case hexadecimal digits, eight a draw. */
export function hex(random: Random, digits: number): string {
  let text = ''
  while (text.length < digits) text += eightDigits(random.uint32())
  return text.slice(0, digits)
}

/** A version 4 UUID. */
export function uuid(random: Random): string {
  const second = eightDigits((random.uint32() & 0xffff0fff) | 0x4000)
  const third = eightDigits((random.uint32() & 0x3fffffff) | 0x80000000)
  return `${hex(random, 8)}-${second.slice(0, 4)}-${second.slice(4)}-${third.slice(0, 4)}-${third.slice(4)}${hex(random, 8)}`
}

/** An index, each as likely as its weight. */
export function weighted(random: Random, weights: readonly number[]): number {
  let sum = 0
  for (const weight of weights) sum += weight
  let left = random.below(sum)
  for (let index = 0; index < weights.length; index++) if ((left -= weights[index] ?? 0) < 0) return index
  return weights.length - 1
}
