import type { ChartSeries } from '../chart-series.ts'

export type Slice = {
  readonly label: string
  readonly value: number
  /** Of the whole, 0 to 1. */
  readonly share: number
  /** Where it begins, as a part of the round. */
  readonly from: number
}

/** More cannot be told apart. */
const MOST = 8

/** The parts of a whole, the largest first; small ones beyond the eighth are one part. What is not above 0 is no part. */
export function slicesOf({ points }: ChartSeries): readonly Slice[] {
  const parts = points
    .flatMap(({ x, y }) => (y !== null && y > 0 && Number.isFinite(y) ? [{ label: String(x), value: y }] : []))
    .toSorted((left, right) => right.value - left.value)
  const rest = parts.slice(MOST - 1)
  const shown =
    parts.length <= MOST
      ? parts
      : [...parts.slice(0, MOST - 1), { label: `the other ${rest.length}`, value: rest.reduce((sum, { value }) => sum + value, 0) }]
  const whole = shown.reduce((sum, { value }) => sum + value, 0)
  let from = 0
  return shown.map((part) => {
    const slice = { ...part, share: part.value / whole, from }
    from += slice.share
    return slice
  })
}

/** `82.1 %`; a part is never none and never all while it is neither. */
export function formatShare(share: number): string {
  if (share < 0.001) return 'under 0.1 %'
  return share > 0.999 && share < 1 ? 'over 99.9 %' : `${Number((share * 100).toFixed(1))} %`
}
