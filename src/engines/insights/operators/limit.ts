import type { Limit } from '#languages/insights/ast.ts'
import { MOST_ROWS } from '../limits.ts'
import type { Collector, Planner } from '../planning/planner.ts'

/** `limit`: the first rows in the order there is. */
export function planLimit(command: Limit, planner: Planner): void {
  planner.isOrdered = true
  planner.collect(firstRows(Math.min(command.count, MOST_ROWS)))
}

export function firstRows(most: number): Collector {
  let kept: number[] = []
  return {
    most,
    begin: () => void (kept = []),
    add: (row) => {
      if (kept.length < most) kept.push(row)
      return kept.length < most
    },
    addAll: (rows, count) => {
      if (count === 0) return -1
      const taken = Math.min(count, Math.max(0, most - kept.length))
      for (let at = 0; at < taken; at++) kept.push(rows[at] ?? 0)
      return kept.length < most ? -1 : Math.max(1, taken)
    },
    rows: () => kept,
  }
}
