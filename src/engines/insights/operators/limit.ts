import type { Limit } from '#languages/insights/ast.ts'
import { MOST_ROWS } from '../limits.ts'
import type { Collector, Planner } from '../planner.ts'

/** `limit`: the first rows in the order there is. */
export function planLimit(command: Limit, planner: Planner): void {
  planner.isOrdered = true
  planner.collect(firstRows(Math.min(command.count, MOST_ROWS)))
}

export function firstRows(count: number): Collector {
  let kept: number[] = []
  return {
    most: count,
    begin: () => void (kept = []),
    add: (row) => {
      if (kept.length < count) kept.push(row)
      return kept.length < count
    },
    rows: () => kept,
  }
}
