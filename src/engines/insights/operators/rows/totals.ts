import type { AddTotals } from '#languages/insights/ast.ts'
import type { Value } from '#languages/insights/function-entry.ts'
import type { Planner } from '../../planning/planner.ts'
import type { Reader } from '../../reader.ts'
import { NO_ORIGIN, type NewRows, type Remaking } from '../../planning/retable.ts'

type Summed = { readonly title: string; readonly reader: Reader }

/** `addtotals`: the sum of each row as a column, the sum of each column as a last row. AWS: CWL_QuerySyntax-Addtotals. */
export function planAddTotals({ title, row, col, fields }: AddTotals, planner: Planner): void {
  const columns = planner.output.columns()
  const given = fields.map((field) => ({ title: field.name, reader: planner.scope.field(field) }))
  const summed = (given.length > 0 ? given : columns.filter(({ reader }) => reader.isTime !== true)).filter((one) => one.title !== title)
  const caption = col ? columns.find((column) => !summed.some((one) => one.title === column.title)) : undefined
  const behind = row ? [title] : []
  const names = col ? [...summed.map((one) => one.title), ...(caption === undefined ? [] : [caption.title]), ...behind] : behind
  if (names.length === 0) return
  planner.isOrdered = true
  planner.extend(names, () => (col ? withSums(summed, caption?.reader, row) : rowSums(summed)), behind)
}

const rowSums = (summed: readonly Summed[]): Remaking => ({ add: (row, into) => into.push(row, [sumOf(summed, row)]) })

/** Numbers alone are summed; a row without any has no sum. */
function sumOf(summed: readonly Summed[], row: number): number | null {
  let sum: number | null = null
  for (const { reader } of summed) {
    const number = reader.number(row)
    if (!Number.isNaN(number)) sum = (sum ?? 0) + number
  }
  return sum
}

function withSums(summed: readonly Summed[], caption: Reader | undefined, hasRowSums: boolean): Remaking {
  const sums: (number | null)[] = summed.map(() => null)
  return {
    add: (row, into) => {
      summed.forEach(({ reader }, at) => {
        const number = reader.number(row)
        if (!Number.isNaN(number)) sums[at] = (sums[at] ?? 0) + number
      })
      const values: Value[] = summed.map(({ reader }) => reader.read(row))
      if (caption !== undefined) values.push(caption.read(row))
      if (hasRowSums) values.push(sumOf(summed, row))
      into.push(row, values)
    },
    end: (into: NewRows) => {
      const values: Value[] = [...sums]
      if (caption !== undefined) values.push('Total')
      if (hasRowSums) values.push(sums.some((sum) => sum !== null) ? sums.reduce<number>((total, sum) => total + (sum ?? 0), 0) : null)
      if (into.size > 0) into.push(NO_ORIGIN, values)
    },
  }
}
