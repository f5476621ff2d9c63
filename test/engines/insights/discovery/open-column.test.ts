import { expect, test } from 'vitest'
import { KeyCoder } from '#engines/insights/aggregates/key-coder.ts'
import { FieldColumn } from '#engines/insights/discovery/field-column.ts'
import { columnReader, onceForEachText } from '#engines/insights/reader.ts'

const ROWS = 20_000
const textOf = (row: number): string => (row % 10 === 9 ? 'often' : row % 10 === 8 ? String(row) : `id-${row}`)

test('a column whose texts are nearly all different keeps few of them, and reads as any other', () => {
  const column = new FieldColumn(() => ROWS, textOf)
  const rows = Uint32Array.from({ length: ROWS }, (_, row) => row)
  const codes = new Uint32Array(ROWS)
  const coder = new KeyCoder(columnReader(column))
  coder.codes(rows, ROWS, codes)
  expect(column.isUnique).toBe(false)
  expect(rows.every((row) => column.value(row) === textOf(row) && coder.values[codes[row] ?? 0] === textOf(row))).toBe(true)
  expect([8, 19_998, 19_999].map((row) => column.number(row))).toEqual([8, 19_998, Number.NaN])
  const numbers = new Float64Array(ROWS)
  columnReader(column).numbers?.(rows, ROWS, numbers)
  expect([8, 19_998, 19_999].map((row) => numbers[row])).toEqual([8, 19_998, Number.NaN])
  const isLate = onceForEachText(column, (row) => textOf(row).endsWith('7') || textOf(row) === 'often')
  expect(isLate.keepTrue?.(rows, ROWS)).toBe(ROWS / 5)
})
