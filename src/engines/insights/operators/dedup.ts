import type { Dedup } from '#languages/insights/ast.ts'
import { KeyCoder } from '../aggregates/key-coder.ts'
import type { Reader } from '../reader.ts'
import type { Planner, RowTest } from '../planning/planner.ts'

/** `dedup`: the first row for each combination, in the order there is; without a sort that is newest first. */
export function planDedup(command: Dedup, planner: Planner): void {
  planner.isOrdered = true
  planner.test(firstOfEach(command.keys.map((key) => planner.scope.field(key))))
}

function firstOfEach(keys: readonly Reader[]): RowTest {
  let coders = keys.map((key) => new KeyCoder(key))
  let seen = new Set<string>()
  let codes = new Uint32Array(0)
  let seenCodes = new Uint8Array(0)
  /** One key alone: its codes are small numbers. */
  const keepFirst = (coder: KeyCoder, rows: Uint32Array, count: number): number => {
    if (codes.length < count) codes = new Uint32Array(count)
    coder.codes(rows, count, codes)
    if (seenCodes.length < coder.values.length) seenCodes = widened(seenCodes, coder.values.length)
    let kept = 0
    for (let at = 0; at < count; at++) {
      const code = codes[at] ?? 0
      if (seenCodes[code] === 1 && code !== coder.nullCode) continue
      seenCodes[code] = 1
      rows[kept++] = rows[at] ?? 0
    }
    return kept
  }
  const accept = (row: number): boolean => {
    const codes = coders.map((coder) => coder.code(row))
    // null is never equal to another null
    if (codes.some((code, at) => code === coders[at]?.nullCode)) return true
    const key = codes.join()
    if (seen.has(key)) return false
    seen.add(key)
    return true
  }
  const one = new Uint32Array(1)
  const keep = (rows: Uint32Array, count: number): number => {
    const [only, second] = coders
    if (only !== undefined && second === undefined) return keepFirst(only, rows, count)
    let kept = 0
    for (let at = 0; at < count; at++) {
      const row = rows[at] ?? 0
      if (accept(row)) rows[kept++] = row
    }
    return kept
  }
  return {
    begin: () => {
      seenCodes = new Uint8Array(0)
      coders = keys.map((key) => new KeyCoder(key))
      seen = new Set()
    },
    keep,
    accept: (row) => {
      one[0] = row
      return keep(one, 1) === 1
    },
  }
}

function widened(from: Uint8Array, least: number): Uint8Array<ArrayBuffer> {
  const wider = new Uint8Array(Math.max(least, from.length * 2, 1024))
  wider.set(from)
  return wider
}
