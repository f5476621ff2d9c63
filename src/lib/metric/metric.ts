import type { Millis } from '../time.ts'

/** Name and value; their order is no difference between two metrics. */
export type Dimensions = Readonly<Record<string, string>>

/** What a metric is: unit and resolution belong to its datapoints. */
export type MetricIdentity = { readonly namespace: string; readonly metricName: string; readonly dimensions: Dimensions }

/** One thing measured; `count` times where it is given. */
export type MetricSample = MetricIdentity & {
  readonly timestamp: Millis
  readonly value: number
  readonly count?: number
  readonly unit: string
}

/** What a reader asks of one metric: a statistic over periods, in seconds; one unit's data only where it is named. */
export type MetricQuery = MetricIdentity & { readonly statistic: string; readonly period: number; readonly unit?: string }

/** One text for one metric, whatever the order of its dimensions. */
export const metricKey = ({ namespace, metricName, dimensions }: MetricIdentity): string =>
  JSON.stringify([namespace, metricName, ...Object.entries(dimensions).sort(([left], [right]) => (left < right ? -1 : 1))])
