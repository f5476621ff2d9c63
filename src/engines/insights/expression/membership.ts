import { areEqual, numberOf } from '#languages/insights/functions/values/coercion.ts'
import type { Value } from '#languages/insights/function-entry.ts'
import type { Reader } from '../reader.ts'

/** `in [..]` compares whole values, as `=` does; a list of constants is looked up. */
export function membership(list: readonly Reader[]): (value: Value, row: number) => boolean {
  if (!list.every(({ constant }) => constant !== undefined)) {
    return (value, row) => list.some((item) => areEqual(value, item.read(row)))
  }
  return membershipOf(list.map((item) => item.read(0)))
}

/** Whether a value is equal to one of these. */
export function membershipOf(items: readonly Value[]): (value: Value) => boolean {
  const numbers = new Set(items.map(numberOf).filter((number) => !Number.isNaN(number)))
  const texts = new Set(items.filter((item) => typeof item === 'string' && Number.isNaN(numberOf(item))))
  return (value) => {
    if (typeof value === 'boolean') return items.some((item) => areEqual(value, item))
    const number = numberOf(value)
    return Number.isNaN(number)
      ? typeof value === 'string' && (texts.has(value) || items.some((item) => areEqual(value, item)))
      : numbers.has(number)
  }
}
