import type { MetricSample } from '#lib/metric/metric.ts'
import type { Millis } from '#lib/time.ts'

/** One sample as an account would receive it. */
export type WorldSample = MetricSample & {
  /** When the account comes to know it: at the end of a minute, for everything that ended in it. Never before `timestamp`. */
  readonly knownAt: Millis
}
