/** So many of its latest lines are kept of a pattern. */
const MOST_SAMPLES = 5

/** Which window a line is of: the one asked about, or the earlier one it is compared with. */
export type Side = 'current' | 'baseline'

export type Sample = { readonly row: number; readonly time: number }

/** What is counted of lines of one kind. */
export class Tally {
  current = 0
  baseline = 0
  readonly buckets: Uint32Array
  samples: Sample[] = []

  constructor(buckets: number) {
    this.buckets = new Uint32Array(buckets)
  }

  get lines(): number {
    return this.current + this.baseline
  }

  add(row: number, time: number, bucket: number, side: Side): void {
    if (side === 'baseline') {
      this.baseline++
      return
    }
    this.current++
    this.buckets[bucket] = (this.buckets[bucket] ?? 0) + 1
    if (this.samples.length < MOST_SAMPLES || time > (this.samples[MOST_SAMPLES - 1]?.time ?? 0)) this.keep({ row, time })
  }

  merge(other: Tally): void {
    this.current += other.current
    this.baseline += other.baseline
    for (let at = 0; at < this.buckets.length; at++) this.buckets[at] = (this.buckets[at] ?? 0) + (other.buckets[at] ?? 0)
    for (const sample of other.samples) this.keep(sample)
  }

  private keep(sample: Sample): void {
    let at = this.samples.length
    while (at > 0 && isLater(sample, this.samples[at - 1])) at--
    this.samples.splice(at, 0, sample)
    if (this.samples.length > MOST_SAMPLES) this.samples.length = MOST_SAMPLES
  }
}

const isLater = (left: Sample, right: Sample | undefined): boolean =>
  right === undefined || left.time > right.time || (left.time === right.time && left.row > right.row)
