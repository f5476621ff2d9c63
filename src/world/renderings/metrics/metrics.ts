import { never } from '#lib/invariant.ts'
import { MINUTE, type Millis, type TimeRange } from '#lib/time.ts'
import type { Emission } from '../../episode/emission.ts'
import type { WorldSample } from '../../sample.ts'
import { measureAnswer, measureRefusal } from './api-metrics.ts'
import { measureFlow, measureHost } from './host-metrics.ts'
import { measureEnd, measurePractice, measureStart, measureThrottle } from './lambda-metrics.ts'
import { measureLines } from './log-metrics.ts'
import { measureQueue } from './queue-metrics.ts'
import { measureEntry } from './shop-metrics.ts'
import { measurePut } from './storage-metrics.ts'
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
  publish(at: Millis): readonly WorldSample[] {
    const knownAt = Math.min(this.closesAt, this.end) - 1
    this.closesAt = at - (at % MINUTE) + MINUTE
    return this.tally.publish(knownAt)
  }

  see(at: Millis, emission: Emission): void {
    const { tally } = this
    measureLines(tally, at, emission)
    switch (emission.kind) {
      case 'practice.call':
        return measurePractice(tally, at, emission)
      case 'lambda.start':
        return measureStart(tally, at, emission)
      case 'lambda.log':
        return measureEntry(tally, at, emission.entry)
      case 'lambda.end':
        measureEnd(tally, at, emission)
        return emission.invocation.name === 'orders-api' ? measureAnswer(tally, at, emission) : undefined
      case 'lambda.throttle':
        measureThrottle(tally, at, emission)
        return emission.name === 'orders-api' ? measureRefusal(tally, at) : undefined
      case 'queue.send':
      case 'queue.receive':
      case 'queue.delete':
      case 'queue.bury':
      case 'queue.level':
        return measureQueue(tally, at, emission)
      case 'storage.put':
        return measurePut(tally, at, emission)
      case 'network.flow':
        return measureFlow(tally, emission)
      case 'host.level':
        return measureHost(tally, at, emission)
      case 'lambda.init':
      case 'lambda.ready':
      case 'lambda.raise':
      case 'lambda.kill':
      case 'web.request':
      case 'web.log':
        return
      default:
        return never(emission)
    }
  }
}
