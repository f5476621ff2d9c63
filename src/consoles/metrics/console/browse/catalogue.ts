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

/** Those that hold every word somewhere: namespace, name, a dimension or its value. */
export function searched(metrics: readonly MetricIdentity[], text: string): readonly MetricIdentity[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return metrics
  return metrics.filter(({ namespace, metricName, dimensions }) => {
    const all = [namespace, metricName, ...Object.entries(dimensions).flat()].join('\n').toLowerCase()
    return words.every((word) => all.includes(word))
  })
}
