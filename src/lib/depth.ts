/** Whether lists and objects lie in each other deeper than `most` levels; made without recursion, for what strangers send. */
export function isDeeperThan(value: unknown, most: number): boolean {
  let level: readonly object[] = isNested(value) ? [value] : []
  for (let depth = 1; level.length > 0; depth++) {
    if (depth > most) return true
    level = level.flatMap((outer): readonly object[] => Object.values(outer).filter(isNested))
  }
  return false
}

const isNested = (value: unknown): value is object => typeof value === 'object' && value !== null
