import type { Value } from '#languages/insights/function-entry.ts'
import { numberOf, textOf } from '#languages/insights/functions/values/coercion.ts'
import { median } from './quantile.ts'

/** Numbers with no more different values than this are kinds, such as a status. */
const FEW_NUMBERS = 10
const MOST_CONTRIBUTORS = 3

type Contributor = { readonly value: string; readonly conditional: number; readonly baseline: number }
export type Relevance = {
  /** 0: the field's values tell nothing about the condition; 1: they tell it for certain. */
  readonly score: number
  readonly contributors: readonly Contributor[]
  readonly conditionalMedian: number | null
  readonly baselineMedian: number | null
}

/** How a field differs between the rows that meet a condition and the others. */
export function relevance(conditional: readonly Value[], baseline: readonly Value[]): Relevance {
  const met = conditional.map(textOf)
  const others = baseline.map(textOf)
  const different = new Set([...met, ...others].filter((text) => text !== null))
  const metNumbers = numbersIn(conditional)
  const otherNumbers = numbersIn(baseline)
  const present = [...met, ...others].filter((text) => text !== null).length
  const isNumeric = present > 0 && metNumbers.length + otherNumbers.length === present
  const isScale = isNumeric && different.size > FEW_NUMBERS
  const association = isScale ? cramersV(met.map(isPresent), others.map(isPresent)) : cramersV(met, others)
  return {
    score: isScale ? Math.max(association, distance(metNumbers, otherNumbers)) : association,
    contributors: isScale ? [] : contributors(met, others),
    conditionalMedian: isNumeric && metNumbers.length > 0 ? median(metNumbers) : null,
    baselineMedian: isNumeric && otherNumbers.length > 0 ? median(otherNumbers) : null,
  }
}

const isPresent = (text: string | null): string | null => (text === null ? null : '')

const numbersIn = (values: readonly Value[]): readonly number[] =>
  values
    .filter((value) => value !== null)
    .map(numberOf)
    .filter((number) => !Number.isNaN(number))
    .sort((left, right) => left - right)

function counted(texts: readonly (string | null)[]): Map<string | null, number> {
  const counts = new Map<string | null, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  return counts
}

/** Cramér's V of value and group with the bias of many values taken off (Bergsma 2013): ids that are all different score 0. */
function cramersV(met: readonly (string | null)[], others: readonly (string | null)[]): number {
  const rows = met.length + others.length
  if (met.length === 0 || others.length === 0) return 0
  const metCounts = counted(met)
  const otherCounts = counted(others)
  const values = new Set([...metCounts.keys(), ...otherCounts.keys()])
  let chi = 0
  for (const value of values) {
    const inMet = metCounts.get(value) ?? 0
    const expected = ((inMet + (otherCounts.get(value) ?? 0)) * met.length) / rows
    chi += (inMet - expected) ** 2 / expected + (inMet - expected) ** 2 / ((expected * others.length) / met.length)
  }
  const corrected = Math.max(0, chi / rows - (values.size - 1) / (rows - 1))
  const kinds = values.size - (values.size - 1) ** 2 / (rows - 1)
  const groups = 2 - 1 / (rows - 1)
  const most = Math.min(kinds, groups) - 1
  return most <= 0 ? 0 : Math.min(1, Math.sqrt(corrected / most))
}

/** Kolmogorov and Smirnov's: the widest gap between the two shares of values below a number. Both ascend. */
function distance(met: readonly number[], others: readonly number[]): number {
  if (met.length === 0 || others.length === 0) return 0
  let widest = 0
  let below = 0
  let belowOther = 0
  while (below < met.length && belowOther < others.length) {
    const number = Math.min(met[below] ?? 0, others[belowOther] ?? 0)
    while (below < met.length && met[below] === number) below++
    while (belowOther < others.length && others[belowOther] === number) belowOther++
    widest = Math.max(widest, Math.abs(below / met.length - belowOther / others.length))
  }
  return widest
}

/** The values whose share rose most. */
function contributors(met: readonly (string | null)[], others: readonly (string | null)[]): readonly Contributor[] {
  const otherCounts = counted(others)
  return [...counted(met)]
    .flatMap(([value, count]) => {
      const baseline = (otherCounts.get(value) ?? 0) / Math.max(1, others.length)
      return value === null ? [] : [{ value, conditional: rounded(count / met.length), baseline: rounded(baseline) }]
    })
    .filter(({ conditional, baseline }) => conditional > baseline)
    .sort((left, right) => right.conditional - right.baseline - (left.conditional - left.baseline) || (left.value < right.value ? -1 : 1))
    .slice(0, MOST_CONTRIBUTORS)
}

const rounded = (share: number): number => Math.round(share * 1000) / 1000
