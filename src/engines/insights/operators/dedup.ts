import type { Dedup } from '#languages/insights/ast.ts'
import { KeyCoder } from '../aggregates/key-coder.ts'
import type { Reader } from '../reader.ts'
import type { Planner, RowTest } from '../planner.ts'

/** `dedup`: the first row for each combination, in the order there is; without a sort that is newest first. */
export function planDedup(command: Dedup, planner: Planner): void {
  planner.isOrdered = true
  planner.test(firstOfEach(command.keys.map((key) => planner.scope.field(key))))
}

function firstOfEach(keys: readonly Reader[]): RowTest {
  let coders = keys.map((key) => new KeyCoder(key))
  let seen = new Set<number | string>()
  return {
    begin: () => {
      coders = keys.map((key) => new KeyCoder(key))
      seen = new Set()
    },
    accept: (row) => {
      const codes = coders.map((coder) => coder.code(row))
      // null is never equal to another null
      if (codes.some((code, at) => code === coders[at]?.nullCode)) return true
      const key = codes.length === 1 ? (codes[0] ?? 0) : codes.join()
      if (seen.has(key)) return false
      seen.add(key)
      return true
    },
  }
}
