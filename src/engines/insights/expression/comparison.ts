import { compareScalars, numberOf } from '#languages/insights/functions/values/coercion.ts'
import type { BinaryOperator } from '#languages/insights/ast.ts'
import { constantReader, onceForEachText, preparing, sharedColumn, valueReader, type Reader } from '../reader.ts'

export type ComparisonOperator = '=' | '!=' | '<' | '<=' | '>' | '>='

// NaN, where the two cannot be compared, makes every one of them false
const verdicts: Readonly<Record<ComparisonOperator, (order: number) => boolean>> = {
  '=': (order) => order === 0,
  '!=': (order) => Math.abs(order) > 0,
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
}

export const isComparison = (operator: BinaryOperator): operator is ComparisonOperator => operator in verdicts

export function compileComparison(operator: ComparisonOperator, left: Reader, right: Reader): Reader {
  const verdict = verdicts[operator]
  if (left.constant !== undefined && right.constant !== undefined) {
    return constantReader(verdict(compareScalars(left.constant.value, right.constant.value)))
  }
  const read = comparing(verdict, left, right)
  const column = sharedColumn([left, right])
  if (column === undefined) return preparing(valueReader(read), [left, right])
  const limit = right.constant === undefined ? Number.NaN : numberOf(right.constant.value)
  const isPlain = left.isRaw === true && left.column === column && !Number.isNaN(limit)
  return onceForEachText(column, read, isPlain ? (number) => verdict(number - limit) : undefined)
}

function comparing(verdict: (order: number) => boolean, left: Reader, right: Reader): (row: number) => boolean {
  const slow = (row: number): boolean => verdict(compareScalars(left.read(row), right.read(row)))
  const limit = right.constant === undefined ? Number.NaN : numberOf(right.constant.value)
  if (Number.isNaN(limit)) return slow
  return (row) => {
    const number = left.number(row)
    return Number.isNaN(number) ? slow(row) : verdict(number - limit)
  }
}
