import type { Millis } from '#lib/time.ts'
import { BinPool, ZERO } from './bin-pool.ts'
import { binOf } from './bins.ts'
import type { Summary } from './summary.ts'

const FIRST_CAPACITY = 16

/** Count, sum and extremes of samples whose distribution nobody knows. */
export type StatisticSet = { readonly count: number; readonly sum: number; readonly min: number; readonly max: number }

/**
 * Buckets of one unit and one resolution as columns, in order of time. Buckets that come in order cost nothing more;
 * a late one is kept apart and sorted in at the next read.
 */
export class BucketColumns {
  private starts = new Float64Array(FIRST_CAPACITY)
  private counts = new Float64Array(FIRST_CAPACITY)
  private sums = new Float64Array(FIRST_CAPACITY)
  private mins = new Float64Array(FIRST_CAPACITY)
  private maxs = new Float64Array(FIRST_CAPACITY)
  private binsFrom = new Uint32Array(FIRST_CAPACITY)
  private binsTo = new Uint32Array(FIRST_CAPACITY)
  /** Rare, so absent until there is one. */
  private negatives: Float64Array | undefined
  private opaques: Float64Array | undefined
  private pool = new BinPool()
  private rows = 0
  /** Rows from here on are not sorted in yet; `late` finds them. */
  private sortedTo = 0
  private readonly late = new Map<Millis, number>()

  get size(): number {
    return this.rows
  }

  get heldBytes(): number {
    const columns = [this.starts, this.counts, this.sums, this.mins, this.maxs, this.binsFrom, this.binsTo, this.negatives, this.opaques]
    return columns.reduce((bytes, column) => bytes + (column?.byteLength ?? 0), this.pool.heldBytes)
  }

  /** `count` samples of one value; a count of 0 widens the extremes and adds no sample. */
  addValue(start: Millis, value: number, count: number): void {
    const row = this.rowFor(start)
    this.widen(row, value, value)
    if (count === 0) return
    this.counts[row] = (this.counts[row] ?? 0) + count
    this.sums[row] = (this.sums[row] ?? 0) + value * count
    if (value < 0) {
      this.negatives ??= new Float64Array(this.starts.length)
      this.negatives[row] = (this.negatives[row] ?? 0) + count
      return
    }
    const bin = value === 0 ? ZERO : binOf(value)
    this.binsFrom[row] = this.pool.add(this.binsFrom[row] ?? 0, this.binsTo[row] ?? 0, bin, count)
    this.binsTo[row] = this.pool.stretchEnd
  }

  addSet(start: Millis, set: StatisticSet): void {
    const row = this.rowFor(start)
    this.widen(row, set.min, set.max)
    this.counts[row] = (this.counts[row] ?? 0) + set.count
    this.sums[row] = (this.sums[row] ?? 0) + set.sum
    this.opaques ??= new Float64Array(this.starts.length)
    this.opaques[row] = (this.opaques[row] ?? 0) + set.count
  }

  start(row: number): Millis {
    if (this.sortedTo !== this.rows) this.settle()
    return this.starts[row] ?? 0
  }

  /** The first row that begins at `time` or later. */
  lowerBound(time: Millis): number {
    if (this.sortedTo !== this.rows) this.settle()
    return this.search(time)
  }

  /** Adds what a row holds to a summary; its bins only where they are asked for. */
  mergeInto(summary: Summary, row: number, withBins: boolean): void {
    summary.count += this.counts[row] ?? 0
    summary.sum += this.sums[row] ?? 0
    const min = this.mins[row] ?? 0
    const max = this.maxs[row] ?? 0
    if (min < summary.min) summary.min = min
    if (max > summary.max) summary.max = max
    if (!withBins) return
    if (this.negatives !== undefined) summary.negatives += this.negatives[row] ?? 0
    if (this.opaques !== undefined) summary.opaque += this.opaques[row] ?? 0
    this.pool.mergeInto(summary, this.binsFrom[row] ?? 0, this.binsTo[row] ?? 0)
  }

  private widen(row: number, min: number, max: number): void {
    if (min < (this.mins[row] ?? 0)) this.mins[row] = min
    if (max > (this.maxs[row] ?? 0)) this.maxs[row] = max
  }

  private rowFor(start: Millis): number {
    const last = this.rows - 1
    if (last >= 0 && this.starts[last] === start) return last
    const found = this.find(start)
    if (found !== undefined) return found
    const isInOrder = this.sortedTo === this.rows && (last < 0 || start > (this.starts[last] ?? 0))
    const row = this.append(start)
    if (isInOrder) this.sortedTo = this.rows
    else this.late.set(start, row)
    return row
  }

  private find(start: Millis): number | undefined {
    if (this.sortedTo > 0 && start <= (this.starts[this.sortedTo - 1] ?? 0)) {
      const row = this.search(start)
      if (this.starts[row] === start) return row
    }
    return this.late.get(start)
  }

  private search(time: Millis): number {
    let low = 0
    let high = this.sortedTo
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.starts[middle] ?? 0) < time) low = middle + 1
      else high = middle
    }
    return low
  }

  private append(start: Millis): number {
    const row = this.rows
    if (row === this.starts.length) this.grow(row * 2)
    this.starts[row] = start
    this.mins[row] = Infinity
    this.maxs[row] = -Infinity
    this.rows++
    return row
  }

  private grow(capacity: number): void {
    this.rearrange(capacity, (into, from) => into.set(from))
  }

  private settle(): void {
    const order = Array.from({ length: this.rows }, (_, row) => row)
    order.sort((left, right) => (this.starts[left] ?? 0) - (this.starts[right] ?? 0))
    this.rearrange(this.starts.length, (into, from) => {
      for (let at = 0; at < order.length; at++) into[at] = from[order[at] ?? 0] ?? 0
    })
    this.packBins()
    this.sortedTo = this.rows
    this.late.clear()
  }

  /** Late values leave holes between the bins: they are gone after this. */
  private packBins(): void {
    const packed = new BinPool()
    for (let row = 0; row < this.rows; row++) {
      const from = this.binsFrom[row] ?? 0
      const to = this.binsTo[row] ?? 0
      this.binsFrom[row] = this.pool.copyTo(packed, from, to)
      this.binsTo[row] = (this.binsFrom[row] ?? 0) + (to - from)
    }
    this.pool = packed
  }

  private rearrange(capacity: number, move: (into: Float64Array | Uint32Array, from: Float64Array | Uint32Array) => void): void {
    const moved = <Column extends Float64Array | Uint32Array>(into: Column, from: Column): Column => {
      move(into, from)
      return into
    }
    this.starts = moved(new Float64Array(capacity), this.starts)
    this.counts = moved(new Float64Array(capacity), this.counts)
    this.sums = moved(new Float64Array(capacity), this.sums)
    this.mins = moved(new Float64Array(capacity), this.mins)
    this.maxs = moved(new Float64Array(capacity), this.maxs)
    this.binsFrom = moved(new Uint32Array(capacity), this.binsFrom)
    this.binsTo = moved(new Uint32Array(capacity), this.binsTo)
    if (this.negatives !== undefined) this.negatives = moved(new Float64Array(capacity), this.negatives)
    if (this.opaques !== undefined) this.opaques = moved(new Float64Array(capacity), this.opaques)
  }
}
