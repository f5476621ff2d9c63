import { metricKey, type MetricQuery } from '#lib/metric/metric.ts'

/** What each of several metrics shown together is called: only what tells them apart (cloudwatch-metrics.md 3.4). */
export function defaultLabels(queries: readonly MetricQuery[]): readonly string[] {
  const namespacesDiffer = differ(queries.map(({ namespace }) => namespace))
  const namesDiffer = differ(queries.map(({ metricName }) => metricName))
  const names = [...new Set(queries.flatMap(({ dimensions }) => Object.keys(dimensions)))].sort()
  const telling = names.filter((name) => differ(queries.map(({ dimensions }) => dimensions[name])))
  const groups = groupsOf(queries)
  return queries.map((query) => {
    const parts = namespacesDiffer ? [query.namespace] : []
    for (const name of telling) {
      const value = query.dimensions[name]
      if (value !== undefined) parts.push(value)
    }
    if (namesDiffer || parts.length === 0) parts.push(query.metricName)
    const same = groups.get(metricKey(query)) ?? []
    if (differ(same.map(({ statistic }) => statistic))) parts.push(query.statistic)
    if (differ(same.map(({ period }) => period))) parts.push(String(query.period))
    return parts.join(' ')
  })
}

const differ = (values: readonly unknown[]): boolean => new Set(values).size > 1

function groupsOf(queries: readonly MetricQuery[]): ReadonlyMap<string, readonly MetricQuery[]> {
  const groups = new Map<string, MetricQuery[]>()
  for (const query of queries) {
    const key = metricKey(query)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [query])
    else group.push(query)
  }
  return groups
}
