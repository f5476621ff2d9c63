/** AWS's histogram: bins whose edges are the powers of 1.1 (cloudwatch-metrics.md 2.3). Zero has a bin of its own, kept elsewhere. */
const RATIO = 1.1
const LN_RATIO = Math.log(RATIO)

const lowest = Math.floor(Math.log(Number.MIN_VALUE) / LN_RATIO)
const highest = Math.floor(Math.log(Number.MAX_VALUE) / LN_RATIO)

/** As many as doubles above zero fall into. */
export const BIN_COUNT = highest - lowest + 1

/** The bin of a value above zero, counted from the lowest there is. */
export const binOf = (value: number): number => Math.floor(Math.log(value) / LN_RATIO) - lowest

let edges: Float64Array | undefined

/** Where a bin begins; the next bin's beginning is where it ends. */
export function edgeOf(bin: number): number {
  edges ??= Float64Array.from({ length: BIN_COUNT + 1 }, (_, at) => Math.pow(RATIO, at + lowest))
  return edges[bin] ?? Infinity
}
