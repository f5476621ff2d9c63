import { MINUTE, type Millis } from '#lib/time.ts'
import type { WorldSample } from '../../sample.ts'
import type { Metric } from './metric.ts'

type Counts = {
  readonly minute: Millis
  /** How often each whole number below `small` was counted: most of what is counted is a 0 or a 1. */
  readonly few: Map<Metric, number[]>
  readonly values: Map<Metric, Map<number, number>>
  readonly sums: Map<Metric, number>
}

const small = 64

/** What was measured and is not published yet: equal values of one minute are one sample with a count. */
export class Tally {
  private readonly from: Millis
  private readonly minutes = new Map<Millis, Counts>()
  private latest: Counts | undefined
  private singles: { readonly metric: Metric; readonly timestamp: Millis; readonly value: number }[] = []

  /** What was measured before `from` is left out. */
  constructor(from: Millis) {
    this.from = from
  }

  /** A value out of few: a counter, a gauge. */
  count(metric: Metric, at: Millis, value: number): void {
    if (at < this.from) return
    const { few, values } = this.countsOf(at - (at % MINUTE))
    if (value >= 0 && value < small && Number.isInteger(value)) return countFew(few, metric, value)
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
  publish(knownAt: Millis): readonly WorldSample[] {
    const published: WorldSample[] = []
    const put = (
      { namespace, metricName, unit, dimensionSets, parts }: Metric,
      timestamp: Millis,
      measured: number,
      count: number,
    ): void => {
      const value = measured / parts
      for (const dimensions of dimensionSets) published.push({ namespace, metricName, dimensions, timestamp, value, count, unit, knownAt })
    }
    for (const [minute, { few, values, sums }] of this.minutes) {
      const timestamp = Math.max(minute, this.from)
      for (const [metric, counts] of few) counts.forEach((count, value) => count > 0 && put(metric, timestamp, value, count))
      for (const [metric, counts] of values) for (const [value, count] of counts) put(metric, timestamp, value, count)
      for (const [metric, sum] of sums) put(metric, timestamp, sum, 1)
    }
    for (const { metric, timestamp, value } of this.singles) put(metric, timestamp, value, 1)
    this.minutes.clear()
    this.singles = []
    this.latest = undefined
    return published
  }

  private countsOf(minute: Millis): Counts {
    if (this.latest?.minute === minute) return this.latest
    const counts = this.minutes.get(minute) ?? { minute, few: new Map(), values: new Map(), sums: new Map() }
    this.minutes.set(minute, counts)
    this.latest = counts
    return counts
  }
}

function countFew(few: Map<Metric, number[]>, metric: Metric, value: number): void {
  let counts = few.get(metric)
  if (counts === undefined) few.set(metric, (counts = []))
  while (counts.length <= value) counts.push(0)
  counts[value] = (counts[value] ?? 0) + 1
}
