import type { Bounds } from '#lib/metric/statistic.ts'
import type { BinList } from './bin-list.ts'

/** What a range keeps of the bins, and the mass on either side of it. */
export type Kept = { readonly count: number; readonly sum: number; readonly below: number; readonly above: number }

/** One bin's part: the fraction kept, and where the cuts lie in it. */
type Cut = { readonly fraction: number; readonly from: number; readonly to: number }

/** Of each bin what lies between two counts of the cumulative mass, the cuts linear in the mass. */
export function keepMass(bins: BinList, from: number, to: number): Kept {
  let before = 0
  const cuts: Cut[] = []
  for (let at = 0; at < bins.length; at++) {
    const weight = bins.weights[at] ?? 0
    const low = bins.lows[at] ?? 0
    const width = (bins.highs[at] ?? 0) - low
    const after = before + weight
    cuts.push({
      fraction: (Math.min(to, after) - Math.max(from, before)) / weight,
      from: low + width * Math.max(0, (from - before) / weight),
      to: low + width * Math.min(1, (to - before) / weight),
    })
    before = after
  }
  return { ...sumUp(bins, cuts), below: from, above: before - to }
}

/** Of each bin what lies between two values, the cuts linear in the value; a bin of no width is in where a < value <= b. */
export function keepValues(bins: BinList, bounds: Required<Bounds>, clamped: Required<Bounds>): Kept {
  let below = 0
  let above = 0
  const cuts: Cut[] = []
  for (let at = 0; at < bins.length; at++) {
    const weight = bins.weights[at] ?? 0
    const low = bins.lows[at] ?? 0
    const high = bins.highs[at] ?? 0
    const width = high - low
    if (width === 0) {
      if (low <= bounds.low) below += weight
      else if (low > bounds.high) above += weight
      cuts.push({ fraction: bounds.low < low && low <= bounds.high ? 1 : 0, from: low, to: low })
      continue
    }
    const from = Math.max(low, clamped.low)
    const to = Math.min(high, clamped.high)
    below += weight * share((clamped.low - low) / width)
    above += weight * share((high - clamped.high) / width)
    cuts.push({ fraction: (to - from) / width, from, to })
  }
  return { ...sumUp(bins, cuts), below, above }
}

const share = (fraction: number): number => Math.min(1, Math.max(0, fraction))

/** The outermost kept bins count with the middle of their cuts, those between with the geometric mean of their edges. */
function sumUp(bins: BinList, cuts: readonly Cut[]): { readonly count: number; readonly sum: number } {
  const first = cuts.findIndex(({ fraction }) => fraction > 0)
  const last = cuts.findLastIndex(({ fraction }) => fraction > 0)
  let count = 0
  let sum = 0
  for (let at = Math.max(0, first); at <= last; at++) {
    const cut = cuts[at]
    if (cut === undefined || cut.fraction <= 0) continue
    const weight = bins.weights[at] ?? 0
    count += cut.fraction * weight
    if (at === first || at === last) sum += cut.fraction * weight * ((cut.from + cut.to) / 2)
    else sum += weight * Math.sqrt(bins.lows[at] ?? 0) * Math.sqrt(bins.highs[at] ?? 0)
  }
  return { count, sum }
}
