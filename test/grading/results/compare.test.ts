import { expect, test } from 'vitest'
import { defaultCompare, type CompareOptions, type RowsOption } from '#grading/marking.ts'
import { behavesAlike, compare } from '#grading/results/compare.ts'
import type { Table } from '#grading/results/outcome.ts'

const table = (columns: readonly string[], ...rows: readonly (readonly (string | null)[])[]): Table => ({
  kind: 'table',
  columns,
  rows,
  matched: rows.length,
  total: rows.length,
  bytes: 0,
})
const by = (rows: RowsOption, more: Partial<CompareOptions> = {}): CompareOptions => ({ ...defaultCompare, rows, ...more })
const desc = { column: 'n', descending: true } as const
const abc = table(['k', 'n'], ['a', '3'], ['b', '2'], ['c', '2'])

test('any order: the same rows in any order, and none twice', () => {
  expect(compare(abc, table(['k', 'n'], ['c', '2'], ['a', '3'], ['b', '2']))).toBeUndefined()
  expect(compare(abc, table(['k', 'n'], ['a', '3'], ['a', '3'], ['b', '2']))).toMatchObject({ kind: 'rows', isOrderOnly: false })
})

test('ordered: the order counts', () => {
  const other = table(['k', 'n'], ['a', '3'], ['c', '2'], ['b', '2'])
  expect(compare(abc, other, by({ kind: 'ordered' }))).toMatchObject({ isOrderOnly: true, rows: [{ state: 'moved' }, { state: 'moved' }] })
})

test('ordered by a column: rows equal in it stand in any order', () => {
  const ties = table(['k', 'n'], ['a', '3'], ['c', '2'], ['b', '2'])
  const upside = table(['k', 'n'], ['b', '2'], ['c', '2'], ['a', '3'])
  expect(compare(abc, ties, by({ kind: 'ordered by', ...desc }))).toBeUndefined()
  expect(compare(abc, upside, by({ kind: 'ordered by', ...desc }))).toMatchObject({ isOrderOnly: true })
})

test('top N: any choice among rows equal at the cut, nothing else', () => {
  const options = by({ kind: 'top', count: 2, ...desc })
  const expected = table(['k', 'n'], ['a', '3'], ['b', '2'])
  expect(compare(expected, table(['k', 'n'], ['a', '3'], ['c', '2']), options, abc)).toBeUndefined()
  expect(compare(expected, table(['k', 'n'], ['a', '3'], ['d', '2']), options, abc)).toBeDefined()
  expect(compare(expected, abc, options, abc)).toBeDefined()
  expect(compare(expected, table(['k', 'n'], ['b', '2'], ['c', '2']), options, abc)).toBeDefined()
})

test('columns by position, by name, at least', () => {
  const renamed = table(['key', 'many'], ['a', '3'], ['b', '2'], ['c', '2'])
  const turned = table(['n', 'k'], ['3', 'a'], ['2', 'b'], ['2', 'c'])
  const wider = table(['k', 'x', 'n'], ['a', '0', '3'], ['b', '0', '2'], ['c', '0', '2'])
  const any = { kind: 'any order' } as const
  expect(compare(abc, renamed)).toBeUndefined()
  expect(compare(abc, renamed, by(any, { columns: 'by name' }))).toMatchObject({
    kind: 'columns',
    missing: ['k', 'n'],
    extra: ['key', 'many'],
  })
  expect(compare(abc, turned)).toBeDefined()
  expect(compare(abc, turned, by(any, { columns: 'by name' }))).toBeUndefined()
  expect(compare(abc, wider, by(any, { columns: 'by name' }))).toMatchObject({ kind: 'columns' })
  expect(compare(abc, wider, by(any, { columns: 'at least' }))).toBeUndefined()
})

test('the tolerance is relative, and absolute below one', () => {
  const options = by({ kind: 'any order' }, { tolerance: 0.01 })
  const one = (value: string): Table => table(['n'], [value])
  expect(compare(one('1000'), one('1009'), options)).toBeUndefined()
  expect(compare(one('1000'), one('1011'), options)).toBeDefined()
  expect(compare(one('0.001'), one('0.009'), options)).toBeUndefined()
  expect(compare(one('0.001'), one('0.02'), options)).toBeDefined()
  expect(compare(one('2026-03-04'), one('2026-03-05'), options)).toBeDefined()
})

test('a missing cell is an empty one, unless they are told apart', () => {
  const any = { kind: 'any order' } as const
  expect(compare(table(['n'], [null]), table(['n'], ['']))).toBeUndefined()
  expect(compare(table(['n'], [null]), table(['n'], ['']), by(any, { nulls: 'distinct' }))).toBeDefined()
})

test('puts rows that have most in common side by side and marks the cell', () => {
  const difference = compare(abc, table(['k', 'n'], ['b', '2'], ['a', '9'], ['z', '8']))
  expect(difference).toMatchObject({
    rows: [
      {
        state: 'changed',
        yours: [
          { text: 'a', differs: false },
          { text: '9', differs: true },
        ],
        expected: [
          { text: 'a', differs: false },
          { text: '3', differs: true },
        ],
      },
      { state: 'missing', expected: [{ text: 'c' }, { text: '2' }] },
      { state: 'extra', yours: [{ text: 'z' }, { text: '8' }] },
    ],
  })
})

test('behaves alike means its order too, where order counts and the wrong one does not keep it', () => {
  const options = by({ kind: 'top', count: 2, ...desc })
  const unlimited = table(['k', 'n'], ['c', '2'], ['a', '3'], ['b', '2'])
  expect(behavesAlike(unlimited, unlimited, options)).toBe(true)
  expect(behavesAlike(unlimited, abc, options)).toBe(false)
})
