import { holdsWords } from '#lib/text/holds-words.ts'
import type { MetricIdentity } from '#lib/metric/metric.ts'

/** A name with how many metrics stand behind it. */
export type Counted = { readonly name: string; readonly count: number }

/** `FunctionName, Resource`: the names of a metric's dimensions, as the console heads a table with them. */
export const setName = ({ dimensions }: MetricIdentity): string => {
  const names = Object.keys(dimensions).sort()
  return names.length === 0 ? 'Metrics with no dimensions' : names.join(', ')
}

function counted(names: readonly string[]): readonly Counted[] {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].map(([name, count]) => ({ name, count })).sort((left, right) => (left.name < right.name ? -1 : 1))
}

export const namespaces = (metrics: readonly MetricIdentity[]): readonly Counted[] => counted(metrics.map(({ namespace }) => namespace))
export const dimensionSets = (metrics: readonly MetricIdentity[]): readonly Counted[] => counted(metrics.map(setName))

/** Those that hold every word of a search: in namespace, name, a dimension or its value. */
export const searched = (metrics: readonly MetricIdentity[], search: string): readonly MetricIdentity[] =>
  metrics.filter(({ namespace, metricName, dimensions }) =>
    holdsWords([namespace, metricName, ...Object.entries(dimensions).flat()].join('\n'), search),
  )
