import type { OfferedTable } from '#grading/exercise.ts'
import type { Row } from '#ui/table/columns.ts'

/** A result as the api gives it: a cell that is missing is left out of its row. */
export const rowsOf = ({ columns, rows }: OfferedTable): readonly Row[] =>
  rows.map((row) => row.flatMap((value, at) => (value === null ? [] : [{ field: columns[at] ?? '', value }])))
