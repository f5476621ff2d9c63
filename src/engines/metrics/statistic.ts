import { never } from '#lib/invariant.ts'
import type { BasicStatistic, Bounds, RangeMeasure, Statistic } from '#lib/metric/statistic.ts'
import type { Summary } from '#stores/metric-store.ts'
import { binList, type BinList } from './bin-list.ts'
import { keepMass, keepValues, type Kept } from './ranges.ts'

/** Whether a statistic looks at the distribution, not only at count, sum and extremes. */
export const needsBins = (statistic: Statistic): boolean => statistic.kind !== 'basic'

/** A period's statistic, to AWS's digits (cloudwatch-metrics.md 2.3, 2.4); nothing where the period has no datapoint for it. */
export function statisticOf(statistic: Statistic, summary: Summary): number | undefined {
  if (!(summary.count > 0)) return undefined
  switch (statistic.kind) {
    case 'basic':
      return basicOf(statistic.name, summary)
    case 'percentile':
      return percentileOf(statistic.percent, summary)
    case 'range':
      return statistic.range.by === 'percent'
        ? ofShares(statistic.measure, statistic.range, summary)
        : ofValues(statistic.measure, statistic.range, summary)
    case 'rank':
      return rankOf(statistic.bounds, summary)
    case 'undocumented':
      return undefined
    default:
      return never(statistic)
  }
}

function basicOf(name: BasicStatistic, { count, sum, min, max }: Summary): number {
  switch (name) {
    case 'SampleCount':
      return count
    case 'Sum':
      return sum
    case 'Average':
      return sum / count
    case 'Minimum':
      return min
    case 'Maximum':
      return max
    default:
      return never(name)
  }
}

const isWhole = ({ count, negatives, opaque }: Summary): boolean => count >= 1 && negatives === 0 && opaque === 0

function percentileOf(percent: number, summary: Summary): number | undefined {
  const { min, max, count, opaque } = summary
  if (percent === 0) return min
  if (percent === 100) return max
  const bins = binList(summary)
  if (min === max && opaque > 0 && bins.length === 0) return min
  if (!isWhole(summary)) return undefined
  const wanted = (percent * count) / 100
  const { at, before } = binAt(bins, wanted)
  const low = bins.lows[at] ?? 0
  if (low === 0) return 0
  return low * Math.pow((bins.highs[at] ?? 0) / low, (wanted - before) / (bins.weights[at] ?? 1))
}

/** The first bin up to whose end at least `mass` lies. */
function binAt({ weights, length }: BinList, mass: number): { readonly at: number; readonly before: number; readonly after: number } {
  let before = 0
  let at = 0
  for (; at < length - 1; at++) {
    const after = before + (weights[at] ?? 0)
    if (after >= mass) break
    before = after
  }
  return { at, before, after: before + (weights[at] ?? 0) }
}

function ofShares(measure: RangeMeasure, { low = 0, high = 100 }: Bounds, summary: Summary): number | undefined {
  if (!isWhole(summary)) return undefined
  const { count, max } = summary
  const bins = binList(summary)
  const from = (low * count) / 100
  const to = (high * count) / 100
  const kept = keepMass(bins, from, to)
  if (measure !== 'winsorized mean') return ofKept(measure, kept)
  const lower = cutValue(bins, from, max, ({ at, after }) => (after - from) * (bins.weights[at] ?? 0))
  const upper = cutValue(bins, to, max, ({ at, before }) => (to - before) * (bins.weights[at] ?? 0))
  return (kept.sum + from * lower + (count - to) * upper) / count
}

type Found = ReturnType<typeof binAt>

/** The value that the mass outside a cut counts with; not the percentile, and not always inside the bin. */
function cutValue(bins: BinList, mass: number, max: number, power: (found: Found) => number): number {
  const found = binAt(bins, mass)
  const exponent = found.after === mass ? 1 : Math.min(1, power(found))
  return Math.min(max, (bins.lows[found.at] ?? 0) * Math.pow(1.1, exponent))
}

function ofValues(measure: RangeMeasure, range: Bounds, summary: Summary): number | undefined {
  const bins = binList(summary)
  if (bins.length === 0) return undefined
  const { kept, clamped } = keptOf(range, bins, summary)
  if (measure !== 'winsorized mean') return ofKept(measure, kept)
  return (kept.sum + clamped.low * kept.below + clamped.high * kept.above) / bins.total
}

function rankOf(bounds: Bounds, summary: Summary): number | undefined {
  const bins = binList(summary)
  return bins.length === 0 ? undefined : (100 * keptOf(bounds, bins, summary).kept.count) / summary.count
}

function keptOf({ low = -Infinity, high = Infinity }: Bounds, bins: BinList, { min, max }: Summary) {
  const clamp = (bound: number): number => Math.min(max, Math.max(min, bound))
  const clamped = { low: clamp(low), high: clamp(high) }
  return { kept: keepValues(bins, { low, high }, clamped), clamped }
}

function ofKept(measure: Exclude<RangeMeasure, 'winsorized mean'>, { count, sum }: Kept): number | undefined {
  switch (measure) {
    case 'trimmed count':
      return count
    case 'trimmed sum':
      return sum
    case 'trimmed mean':
      return count > 0 ? sum / count : undefined
    default:
      return never(measure)
  }
}
