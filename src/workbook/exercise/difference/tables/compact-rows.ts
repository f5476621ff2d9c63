import type { Cell, RowDifference, RowsDifference } from '#grading/verdict.ts'

/** Rows that differ in one column only: named by their first cell, yours beside expected. */
export type CompactRows = {
  /** The column that names a row. */
  readonly key: string
  /** The column that differs. */
  readonly column: string
  readonly rows: readonly { readonly key: string; readonly yours: Cell; readonly expected: Cell }[]
}

/** Undefined where a table for each row says more. */
export function compactRows({ columns, rows }: RowsDifference): CompactRows | undefined {
  const differing = new Set(rows.flatMap(differingColumns))
  const [at] = differing
  const key = columns[0]
  const column = at === undefined ? undefined : columns[at]
  if (differing.size !== 1 || at === undefined || at === 0 || key === undefined || column === undefined) return undefined
  const compact = rows.flatMap((row) => {
    const [name, yours, expected] = [row.yours?.[0], row.yours?.[at], row.expected?.[at]]
    return row.state === 'changed' && name !== undefined && yours !== undefined && expected !== undefined
      ? [{ key: name.text, yours, expected }]
      : []
  })
  const areNamed = new Set(compact.map((row) => row.key)).size === rows.length
  return areNamed ? { key, column, rows: compact } : undefined
}

const differingColumns = (row: RowDifference): readonly number[] =>
  (row.yours ?? row.expected ?? []).flatMap((cell, index) => (cell.differs || row.expected?.[index]?.differs === true ? [index] : []))
