import { MINUTE, type Millis, type TimeRange } from '#lib/time.ts'
import type { Emission } from '../../episode/emission.ts'
import type { WorldSample } from '../../sample.ts'
import { measureLambda } from './lambda-metrics.ts'
import { Tally } from './tally.ts'

/** Renders emissions as samples of the metrics that AWS and the shop publish of them, minute by minute. */
export class MetricRenderer {
  private readonly tally: Tally
  private readonly end: Millis
  private closesAt: Millis

  constructor({ start, end }: TimeRange) {
    this.tally = new Tally(start)
    this.end = end
    this.closesAt = start - (start % MINUTE) + MINUTE
  }

  /** True when a minute has passed since the last publication: `publish` comes before `see`. */
  isDue(at: Millis): boolean {
    return at >= this.closesAt
  }

  /** What is known by then of the minute that has ended before `at`, and after it. */
  publish(at: Millis): Iterable<WorldSample> {
    const knownAt = Math.min(this.closesAt, this.end) - 1
    this.closesAt = at - (at % MINUTE) + MINUTE
    return this.tally.publish(knownAt)
  }

  see(at: Millis, emission: Emission): void {
    switch (emission.kind) {
      case 'lambda.start':
      case 'lambda.end':
      case 'lambda.throttle':
        return measureLambda(this.tally, at, emission)
    }
  }
}
