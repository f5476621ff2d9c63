import { DAY, HOUR, MINUTE, SECOND, type Millis } from '#lib/time.ts'

const MOST_BUCKETS = 30
const widths: readonly number[] = [
  ...[1, 5, 10, 30].map((seconds) => seconds * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * MINUTE),
  ...[1, 2, 3, 6, 12].map((hours) => hours * HOUR),
  ...[1, 2, 7, 14, 30, 90, 365].map((days) => days * DAY),
]

/** A time range in buckets of a round width, thirty at the most. */
export class TimeBuckets {
  readonly count: number
  private readonly width: number
  private readonly first: number

  /** `end` is inclusive. */
  constructor(start: Millis, end: Millis) {
    const width = widths.find((candidate) => Math.floor(end / candidate) - Math.floor(start / candidate) < MOST_BUCKETS)
    this.width = width ?? Math.ceil((end - start + 1) / (MOST_BUCKETS - 1))
    this.first = Math.floor(start / this.width)
    this.count = Math.max(1, Math.floor(end / this.width) - this.first + 1)
  }

  bucket(time: Millis): number {
    return Math.min(this.count - 1, Math.max(0, Math.floor(time / this.width) - this.first))
  }

  startOf(bucket: number): Millis {
    return (this.first + bucket) * this.width
  }
}
