import { MINUTE, type Millis } from '#lib/time.ts'
import type { WorldSample } from '../../sample.ts'
import type { Metric } from './metric.ts'

type Counts = { readonly values: Map<Metric, Map<number, number>>; readonly sums: Map<Metric, number> }

/** What was measured and is not published yet: equal values of one minute are one sample with a count. */
export class Tally {
  private readonly from: Millis
  private minutes = new Map<Millis, Counts>()
  private singles: { readonly metric: Metric; readonly timestamp: Millis; readonly value: number }[] = []

  /** What was measured before `from` is left out. */
  constructor(from: Millis) {
    this.from = from
  }

  /** A value out of few: a counter, a gauge. */
  count(metric: Metric, at: Millis, value: number): void {
    if (at < this.from) return
    const { values } = this.countsOf(at - (at % MINUTE))
    const counts = values.get(metric)
    if (counts === undefined) values.set(metric, new Map([[value, 1]]))
    else counts.set(value, (counts.get(value) ?? 0) + 1)
  }

  /** A part of what is published as one value for the minute. */
  sum(metric: Metric, at: Millis, value: number): void {
    if (at < this.from) return
    const { sums } = this.countsOf(at - (at % MINUTE))
    sums.set(metric, (sums.get(metric) ?? 0) + value)
  }

  /** A value out of many: a duration, an amount. */
  add(metric: Metric, timestamp: Millis, value: number): void {
    if (timestamp >= this.from) this.singles.push({ metric, timestamp, value })
  }

  /** Everything measured since the last time, known at that moment. */
  *publish(knownAt: Millis): Generator<WorldSample> {
    const { minutes, singles } = this
    this.minutes = new Map()
    this.singles = []
    for (const [minute, { values, sums }] of minutes) {
      const timestamp = Math.max(minute, this.from)
      for (const [metric, counts] of values) {
        for (const [value, count] of counts) yield* samples(metric, { timestamp, value, count }, knownAt)
      }
      for (const [metric, sum] of sums) yield* samples(metric, { timestamp, value: rounded(sum), count: 1 }, knownAt)
    }
    for (const { metric, timestamp, value } of singles) yield* samples(metric, { timestamp, value, count: 1 }, knownAt)
  }

  private countsOf(minute: Millis): Counts {
    const known = this.minutes.get(minute)
    if (known !== undefined) return known
    const counts: Counts = { values: new Map(), sums: new Map() }
    this.minutes.set(minute, counts)
    return counts
  }
}

type Measured = { readonly timestamp: Millis; readonly value: number; readonly count: number }

function* samples({ namespace, metricName, unit, dimensionSets }: Metric, measured: Measured, knownAt: Millis): Generator<WorldSample> {
  const { timestamp, value, count } = measured
  for (const dimensions of dimensionSets) yield { namespace, metricName, dimensions, timestamp, value, count, unit, knownAt }
}

/** A sum of pence in pounds has no more than two decimals. */
const rounded = (sum: number): number => Math.round(sum * 1e6) / 1e6
