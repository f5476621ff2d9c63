/** The value at a share of the weights; of ascending values. */
export function weightedQuantile(values: readonly (readonly [number, number])[], share: number): number {
  const total = values.reduce((sum, [, weight]) => sum + weight, 0)
  let passed = 0
  for (const [value, weight] of values) {
    passed += weight
    if (passed >= total * share) return value
  }
  return values.at(-1)?.[0] ?? Number.NaN
}

/** The middle of ascending values, or the mean of the two. */
export function median(values: readonly number[]): number {
  const middle = values.length >> 1
  const upper = values[middle] ?? Number.NaN
  return values.length % 2 === 1 ? upper : ((values[middle - 1] ?? Number.NaN) + upper) / 2
}
