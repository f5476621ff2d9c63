import type { Dimensions, MetricIdentity, MetricQuery } from '#lib/metric/metric.ts'
import { nearest } from '#lib/text/near.ts'
import type { MetricStore } from '#stores/metric-store.ts'
import type { StoredMetric } from '#stores/metrics/stored-metric.ts'

/** Why a metric has no datapoint, where its name, its dimensions, its unit or the period is the reason: an alarm on no metric looks like a quiet one. */
export function whyNothing(metrics: MetricStore, query: MetricQuery): readonly string[] {
  const found = metrics.find(query)
  if (found !== undefined) return [...wrongUnit(query, found.units), ...tooFine(query, found)]
  const inNamespace = metrics.metrics().filter(({ namespace }) => namespace === query.namespace)
  const named = inNamespace.filter(({ metricName }) => metricName === query.metricName)
  if (named.length > 0) return [otherDimensions(query, named)]
  if (inNamespace.length > 0) return [otherName(query, inNamespace)]
  return [`There is no metric in the namespace "${query.namespace}".`]
}

const wrongUnit = ({ metricName, unit }: MetricQuery, units: readonly string[]): readonly string[] =>
  unit === undefined || units.includes(unit) ? [] : [`${metricName} has no datapoint in ${unit}: it is measured in ${units.join(' and ')}.`]

function tooFine({ metricName, period }: MetricQuery, found: StoredMetric): readonly string[] {
  const isHigh = found.units.some((unit) => found.ofUnit(unit)?.high !== undefined)
  return period >= 60 || isHigh ? [] : [`${metricName} has one datapoint a minute, so a period of ${period} seconds finds none.`]
}

/** The one that shares the most dimensions. */
function otherDimensions({ metricName, dimensions }: MetricQuery, named: readonly MetricIdentity[]): string {
  const shared = (other: Dimensions): number => Object.entries(other).filter(([name, value]) => dimensions[name] === value).length
  const [closest] = named.toSorted((left, right) => shared(right.dimensions) - shared(left.dimensions))
  return `There is no ${metricName} ${shown(dimensions)}, but one ${shown(closest?.dimensions ?? {})}.`
}

function shown(dimensions: Dimensions): string {
  const pairs = Object.entries(dimensions).map(([name, value]) => `${name} ${value}`)
  return pairs.length === 0 ? 'without dimensions' : `with ${pairs.join(', ')} alone`
}

function otherName({ metricName, namespace }: MetricQuery, inNamespace: readonly MetricIdentity[]): string {
  const near = nearest(metricName, new Set(inNamespace.map((metric) => metric.metricName)))
  return `${namespace} has no metric "${metricName}"${near === undefined ? '.' : `: did you mean "${near}"?`}`
}
