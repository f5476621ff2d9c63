import { edgeOf, type Summary } from '#stores/metric-store.ts'

/** The bins of a period that hold anything, lowest first, with their edges drawn in to the extremes (cloudwatch-metrics.md 2.3). */
export type BinList = {
  readonly length: number
  readonly lows: readonly number[]
  readonly highs: readonly number[]
  readonly weights: readonly number[]
}

export function binList(summary: Summary): BinList {
  const list = { length: 0, lows: [] as number[], highs: [] as number[], weights: [] as number[] }
  const add = (low: number, high: number, weight: number): void => {
    list.lows.push(low)
    list.highs.push(high)
    list.weights.push(weight)
    list.length++
  }
  if (summary.zeros > 0) add(0, 0, summary.zeros)
  const { bins, lowestBin, highestBin, min, max } = summary
  for (let bin = lowestBin; bin <= highestBin; bin++) {
    const weight = bins[bin] ?? 0
    if (weight <= 0) continue
    // the edges' last digits may put the only value of a bin outside it
    const low = Math.min(max, Math.max(min, edgeOf(bin)))
    add(low, Math.max(low, Math.min(max, edgeOf(bin + 1))), weight)
  }
  return list
}
