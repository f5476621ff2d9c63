import { MINUTE, type Millis } from '#lib/time.ts'
import type { WorldSample } from '../../sample.ts'
import type { Metric } from './metric.ts'

type Counts = Map<Metric, Map<number, number>>

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
  count(metric: Metric, at: Millis, value: number, times = 1): void {
    if (at < this.from) return
    const counts = this.countsOf(at - (at % MINUTE))
    const values = counts.get(metric)
    if (values === undefined) counts.set(metric, new Map([[value, times]]))
    else values.set(value, (values.get(value) ?? 0) + times)
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
    for (const [minute, counts] of minutes) {
      for (const [metric, values] of counts) {
        const timestamp = Math.max(minute, this.from)
        for (const [value, count] of values) yield* samples(metric, { timestamp, value, count }, knownAt)
      }
    }
    for (const { metric, timestamp, value } of singles) yield* samples(metric, { timestamp, value, count: 1 }, knownAt)
  }

  private countsOf(minute: Millis): Counts {
    const known = this.minutes.get(minute)
    if (known !== undefined) return known
    const counts: Counts = new Map()
    this.minutes.set(minute, counts)
    return counts
  }
}

type Measured = { readonly timestamp: Millis; readonly value: number; readonly count: number }

function* samples({ namespace, metricName, unit, dimensionSets }: Metric, measured: Measured, knownAt: Millis): Generator<WorldSample> {
  const { timestamp, value, count } = measured
  for (const dimensions of dimensionSets) yield { namespace, metricName, dimensions, timestamp, value, count, unit, knownAt }
}
