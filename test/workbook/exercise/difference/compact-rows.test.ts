import { describe, expect, test } from 'vitest'
import type { Cell, RowDifference, RowsDifference } from '#grading/verdict.ts'
import { compactRows } from '#workbook/exercise/difference/tables/compact-rows.ts'

const same = (text: string): Cell => ({ text, differs: false })
const other = (text: string): Cell => ({ text, differs: true })
const changed = (yours: readonly Cell[], expected: readonly Cell[]): RowDifference => ({ state: 'changed', yours, expected })
const difference = (columns: readonly string[], rows: readonly RowDifference[]): RowsDifference => ({
  kind: 'rows',
  columns,
  rows,
  folded: 0,
  yoursTotal: rows.length,
  expectedTotal: rows.length,
})

describe('compactRows', () => {
  test('puts rows that differ in one column into one table', () => {
    const rows = [
      changed([same('leeds'), other('412')], [same('leeds'), other('1277')]),
      changed([same('york'), other('388')], [same('york'), other('528')]),
    ]
    expect(compactRows(difference(['branch', 'slow'], rows))).toEqual({
      key: 'branch',
      column: 'slow',
      rows: [
        { key: 'leeds', yours: other('412'), expected: other('1277') },
        { key: 'york', yours: other('388'), expected: other('528') },
      ],
    })
  })

  test.each([
    ['the first column differs', ['slow'], [changed([other('1')], [other('2')])]],
    [
      'two columns differ',
      ['branch', 'slow', 'count'],
      [changed([same('leeds'), other('1'), other('2')], [same('leeds'), other('3'), other('4')])],
    ],
    ['a row is missing', ['branch', 'slow'], [{ state: 'missing', expected: [other('leeds'), other('1')] } satisfies RowDifference]],
    [
      'two rows have one name',
      ['branch', 'slow'],
      [
        changed([same('leeds'), other('1')], [same('leeds'), other('2')]),
        changed([same('leeds'), other('3')], [same('leeds'), other('4')]),
      ],
    ],
  ])('leaves it to a table a row where %s', (_, columns, rows) => {
    expect(compactRows(difference(columns, rows))).toBeUndefined()
  })
})
