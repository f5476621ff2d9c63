import type { WorldSpec } from '#lib/world-spec.ts'
import { createWorld, type WorldRecord } from '#world/index.ts'

/** Every record of a spec's world. */
export const recordsOf = (spec: WorldSpec): readonly WorldRecord[] => [...createWorld(spec).records()]

/** The records of one group. */
export const inGroup = (records: readonly WorldRecord[], group: string): readonly WorldRecord[] =>
  records.filter((record) => record.group === group)

/** The messages of one group that a pattern finds, with what its first group caught. */
export const captures = (records: readonly WorldRecord[], group: string, pattern: RegExp): readonly string[] =>
  inGroup(records, group).flatMap(({ message }) => {
    const found = pattern.exec(message)
    return found === null ? [] : [found[1] ?? found[0]]
  })

export const ordersGroup = '/aws/lambda/orders-api'
export const fulfilGroup = '/aws/lambda/fulfil'
export const extractGroup = '/aws/lambda/extract'
export const loadGroup = '/aws/lambda/load'
export const reportGroup = '/aws/lambda/report'

export function groupBy<Item>(items: readonly Item[], key: (item: Item) => string): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item])
  return groups
}

/** Those of `wanted` that `known` does not have. */
export const missingFrom = (known: readonly string[], wanted: readonly string[]): readonly string[] => {
  const set = new Set(known)
  return wanted.filter((word) => !set.has(word))
}
