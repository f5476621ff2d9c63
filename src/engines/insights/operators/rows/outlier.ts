import type { Outlier } from '#languages/insights/ast.ts'
import type { Value } from '#languages/insights/function-entry.ts'
import { percentile } from '#languages/insights/functions/values/percentile.ts'
import type { Planner } from '../../planning/planner.ts'
import type { Reader } from '../../reader.ts'
import type { Remaking } from '../../planning/retable.ts'

type Bounds = { readonly lower: number; readonly upper: number }

/** `outlier`: values beyond the quartiles by more than so many times their distance. AWS: CWL_QuerySyntax-Outlier. */
export function planOutlier(command: Outlier, planner: Planner): void {
  const readers = command.fields.map((field) => planner.scope.field(field))
  const names = command.fields.map(({ name }) => name)
  const marks = command.mark ? names.map((name) => `${name}_outlier`) : []
  planner.isOrdered = true
  planner.extend([...names, ...marks], () => judging(command, readers), marks)
}

function judging({ action, param, uselower, mark }: Outlier, readers: readonly Reader[]): Remaking {
  const rows: number[] = []
  const numbers: number[][] = readers.map(() => [])
  return {
    add: (row) => {
      rows.push(row)
      readers.forEach((reader, at) => numbers[at]?.push(reader.number(row)))
    },
    end: (into) => {
      const bounds = numbers.map((column) => boundsOf(column, param, uselower))
      rows.forEach((row, place) => {
        const judged = readers.map((reader, at) => judge(reader.read(row), numbers[at]?.[place] ?? Number.NaN, bounds[at]))
        if (action === 'remove' && judged.some(({ isOutlier }) => isOutlier)) return
        into.push(row, [...judged.map(({ value }) => value), ...(mark ? judged.map(({ isOutlier }) => isOutlier) : [])])
      })
    },
  }
}

function boundsOf(column: readonly number[], param: number, uselower: boolean): Bounds | undefined {
  const known = Float64Array.from(column.filter((number) => !Number.isNaN(number)))
  const first = percentile(known, 25)
  const third = percentile(known, 75)
  if (first === null || third === null) return undefined
  const most = param * (third - first)
  return { lower: uselower ? first - most : -Infinity, upper: third + most }
}

function judge(value: Value, number: number, bounds: Bounds | undefined): { readonly value: Value; readonly isOutlier: boolean } {
  if (bounds === undefined || Number.isNaN(number)) return { value, isOutlier: false }
  if (number > bounds.upper) return { value: bounds.upper, isOutlier: true }
  return number < bounds.lower ? { value: bounds.lower, isOutlier: true } : { value, isOutlier: false }
}
