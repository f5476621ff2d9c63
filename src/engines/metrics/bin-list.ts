import { edgeOf, type Summary } from '#stores/metric-store.ts'

/** The bins of a period that hold anything, lowest first, with their edges drawn in to the extremes (cloudwatch-metrics.md 2.3). */
export type BinList = {
  readonly length: number
  readonly lows: Float64Array
  readonly highs: Float64Array
  readonly weights: Float64Array
  /** The mass of all bins. */
  readonly total: number
}

const FIRST_CAPACITY = 256

/** One list for all periods, written anew for each: what is read of it is read before the next is asked for. */
const list = {
  length: 0,
  lows: new Float64Array(FIRST_CAPACITY),
  highs: new Float64Array(FIRST_CAPACITY),
  weights: new Float64Array(FIRST_CAPACITY),
  total: 0,
}

export function binList(summary: Summary): BinList {
  const { bins, lowestBin, highestBin, min, max } = summary
  reserve(highestBin - lowestBin + 2)
  list.length = 0
  list.total = 0
  if (summary.zeros > 0) add(0, 0, summary.zeros)
  for (let bin = lowestBin; bin <= highestBin; bin++) {
    const weight = bins[bin] ?? 0
    if (weight <= 0) continue
    // the edges' last digits may put the only value of a bin outside it
    const low = Math.min(max, Math.max(min, edgeOf(bin)))
    add(low, Math.max(low, Math.min(max, edgeOf(bin + 1))), weight)
  }
  return list
}

function add(low: number, high: number, weight: number): void {
  list.lows[list.length] = low
  list.highs[list.length] = high
  list.weights[list.length] = weight
  list.total += weight
  list.length++
}

function reserve(capacity: number): void {
  if (capacity <= list.lows.length) return
  list.lows = new Float64Array(capacity * 2)
  list.highs = new Float64Array(capacity * 2)
  list.weights = new Float64Array(capacity * 2)
}
