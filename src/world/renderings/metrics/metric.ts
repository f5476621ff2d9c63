import type { Dimensions, MetricIdentity } from '#lib/metric/metric.ts'

/** Something that is measured once and published under each of its sets of dimensions. */
export type Metric = {
  readonly namespace: string
  readonly metricName: string
  readonly unit: string
  readonly dimensionSets: readonly Dimensions[]
  /** What is measured in whole parts of the unit: pence of a pound. */
  readonly parts: number
}

/** The metrics of one namespace and one list of dimension sets, by their names and units. */
export function measured<Name extends string>(
  namespace: string,
  dimensionSets: readonly Dimensions[],
  units: Readonly<Record<Name, string>>,
  parts?: number,
): Readonly<Record<Name, Metric>>
export function measured(
  namespace: string,
  dimensionSets: readonly Dimensions[],
  units: Readonly<Record<string, string>>,
  parts = 1,
): Readonly<Record<string, Metric>> {
  const entries = Object.entries(units).map(
    ([metricName, unit]) => [metricName, { namespace, metricName, unit, dimensionSets, parts }] as const,
  )
  return Object.fromEntries(entries)
}

/** Every metric a reader can ask for, one for each set of dimensions. */
export const identities = (metrics: readonly Metric[]): readonly MetricIdentity[] =>
  metrics.flatMap(({ namespace, metricName, dimensionSets }) => dimensionSets.map((dimensions) => ({ namespace, metricName, dimensions })))
