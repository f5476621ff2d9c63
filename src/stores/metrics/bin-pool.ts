import type { Summary } from './summary.ts'

const FIRST_CAPACITY = 16
/** Zero's bin, below all others. */
export const ZERO = -1

/**
 * The sparse bins of many buckets in two columns; each bucket has one stretch, its bins ascending.
 * The last stretch grows in place; an earlier one that grows moves to the end and leaves a hole.
 */
export class BinPool {
  private bins = new Int16Array(FIRST_CAPACITY)
  private weights = new Float64Array(FIRST_CAPACITY)
  private used = 0
  /** Where the stretch ends that the last `add` was for. */
  stretchEnd = 0

  get heldBytes(): number {
    return this.bins.byteLength + this.weights.byteLength
  }

  /** Adds to one bin of the stretch `from` to `to`; gives where the stretch begins now, `stretchEnd` where it ends. */
  add(from: number, to: number, bin: number, weight: number): number {
    const at = this.lowerBound(from, to, bin)
    this.stretchEnd = to
    if (at < to && this.bins[at] === bin) {
      this.weights[at] = (this.weights[at] ?? 0) + weight
      return from
    }
    if (to !== this.used) return this.moveAndAdd(from, to, bin, weight)
    this.reserve(1)
    this.bins.copyWithin(at + 1, at, to)
    this.weights.copyWithin(at + 1, at, to)
    this.bins[at] = bin
    this.weights[at] = weight
    this.used++
    this.stretchEnd = this.used
    return from
  }

  mergeInto(summary: Summary, from: number, to: number): void {
    for (let at = from; at < to; at++) {
      const bin = this.bins[at] ?? 0
      const weight = this.weights[at] ?? 0
      if (bin === ZERO) summary.zeros += weight
      else summary.addToBin(bin, weight)
    }
  }

  /** A stretch's copy at the end of another pool; gives where it begins there. */
  copyTo(other: BinPool, from: number, to: number): number {
    const begin = other.used
    other.reserve(to - from)
    other.bins.set(this.bins.subarray(from, to), begin)
    other.weights.set(this.weights.subarray(from, to), begin)
    other.used += to - from
    return begin
  }

  private moveAndAdd(from: number, to: number, bin: number, weight: number): number {
    const begin = this.used
    this.reserve(to - from + 1)
    this.bins.copyWithin(begin, from, to)
    this.weights.copyWithin(begin, from, to)
    this.used += to - from
    return this.add(begin, this.used, bin, weight)
  }

  private lowerBound(from: number, to: number, bin: number): number {
    let low = from
    let high = to
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.bins[middle] ?? 0) < bin) low = middle + 1
      else high = middle
    }
    return low
  }

  private reserve(more: number): void {
    if (this.used + more <= this.bins.length) return
    const capacity = Math.max(this.bins.length * 2, this.used + more)
    const bins = new Int16Array(capacity)
    const weights = new Float64Array(capacity)
    bins.set(this.bins.subarray(0, this.used))
    weights.set(this.weights.subarray(0, this.used))
    this.bins = bins
    this.weights = weights
  }
}
