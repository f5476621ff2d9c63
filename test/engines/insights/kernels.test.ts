import { expect, test } from 'vitest'
import { findFunction } from '#languages/insights/functions/index.ts'
import type { AggregateEntry, Value } from '#languages/insights/function-entry.ts'
import { definitionKernel, kernel } from '#engines/insights/aggregates/kernels.ts'
import { FieldColumn } from '#engines/insights/discovery/field-column.ts'
import { columnReader, constantReader, numberReader, valueReader, type Reader } from '#engines/insights/reader.ts'
import { createRandom } from '#lib/random.ts'

const ROWS = 6000
const GROUPS = 7
const seed = 20260922
const random = createRandom(seed)
const cells: readonly Value[] = Array.from({ length: ROWS }, () => {
  const kind = random.below(8)
  if (kind === 0) return null
  if (kind === 1) return random.pick(['pear', 'apple', '', 'fast', '!x'])
  if (kind === 2) return random.next() < 0.5
  if (kind === 3) return String(random.below(50))
  return random.below(1000) / 4
})
const groups = Array.from({ length: ROWS }, () => random.below(GROUPS))
const scalar = (value: Value): string | number | boolean | null => (typeof value === 'object' ? null : value)

const readers: Readonly<Record<string, Reader>> = {
  'a column': columnReader(
    new FieldColumn(
      () => ROWS,
      (row) => scalar(cells[row] ?? null),
    ),
  ),
  'an expression': valueReader((row) => cells[row] ?? null),
  numbers: numberReader((row) => (typeof cells[row] === 'number' ? Number(cells[row]) : Number.NaN)),
}
const time = valueReader((row) => row)

const aggregates = ['count', 'sum', 'avg', 'min', 'max', 'pct', 'variance', 'stddev', 'countDistinct', 'count_distinct']

function entryOf(name: string): AggregateEntry {
  const entry = findFunction(name)
  if (entry?.kind !== 'aggregate') throw new Error(`no aggregate ${name}`)
  return entry
}

test.each(aggregates.flatMap((name) => Object.keys(readers).map((input) => [name, input] as const)))(
  '%s over %s gives what its definition gives, group by group',
  (name, input) => {
    const args = [readers[input] ?? time, ...(name === 'pct' ? [constantReader(90)] : [])]
    const fast = kernel(entryOf(name), args, time)
    const slow = definitionKernel(entryOf(name), args, time)
    for (let row = 0; row < ROWS; row++) {
      fast.add(groups[row] ?? 0, row)
      slow.add(groups[row] ?? 0, row)
    }
    for (let group = 0; group < GROUPS; group++) {
      const expected = slow.end(group)
      const actual = fast.end(group)
      if (typeof expected === 'number') expect(actual, `seed ${seed}, group ${group}`).toBeCloseTo(expected, 8)
      else expect(actual, `seed ${seed}, group ${group}`).toEqual(expected)
    }
  },
)
