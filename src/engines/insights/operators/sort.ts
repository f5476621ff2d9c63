import type { Sort } from '#languages/insights/ast.ts'
import type { Value } from '#languages/insights/function-entry.ts'
import { compareForSort } from '#languages/insights/functions/values/sort-order.ts'
import { compile } from '../expression/compile.ts'
import type { Collector, Planner } from '../planning/planner.ts'
import type { Reader } from '../reader.ts'

type Key = { readonly reader: Reader; readonly descending: boolean }

/** `sort`: by time alone the store is read in that order, else the rows are collected. */
export function planSort(command: Sort, planner: Planner): void {
  const [first, ...rest] = command.keys
  const isByTime = first?.expression.kind === 'field' && first.expression.name === '@timestamp' && rest.length === 0
  const wasOrdered = planner.isOrdered
  planner.isOrdered = true
  if (isByTime && planner.isScanning && !wasOrdered && !planner.scope.has('@timestamp')) {
    planner.direction = first.descending ? 'newest' : 'oldest'
    return
  }
  planner.collect(sorted(command.keys.map((key) => ({ reader: compile(key.expression, planner.scope), descending: key.descending }))))
}

type Entry = { readonly row: number; readonly place: number; readonly keys: readonly Value[] }

/** All rows in order; when bounded it keeps no more than twice the bound. */
function sorted(keys: readonly Key[]): Collector {
  let entries: Entry[] = []
  let most = Infinity
  let worst: Entry | undefined
  let place = 0
  const compare = (left: Entry, right: Entry): number => {
    for (let at = 0; at < keys.length; at++) {
      const order = compareForSort(left.keys[at] ?? null, right.keys[at] ?? null)
      if (order !== 0) return keys[at]?.descending === true ? -order : order
    }
    return left.place - right.place
  }
  const prune = (): void => {
    entries.sort(compare)
    if (entries.length > most) entries.length = most
    if (entries.length === most) worst = entries.at(-1)
  }
  return {
    bound: (rows) => void (most = rows),
    begin: () => {
      entries = []
      worst = undefined
      place = 0
    },
    add: (row) => {
      const entry = { row, place: place++, keys: keys.map(({ reader }) => reader.read(row)) }
      if (worst !== undefined && compare(entry, worst) > 0) return true
      entries.push(entry)
      if (entries.length >= most * 2 + 1024) prune()
      return true
    },
    rows: () => {
      prune()
      return entries.map(({ row }) => row)
    },
  }
}
