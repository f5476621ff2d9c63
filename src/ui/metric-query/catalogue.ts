import { metricKey, type Dimensions, type MetricIdentity } from '#lib/metric/metric.ts'

type Metrics = readonly MetricIdentity[]

const sortedUnique = (texts: readonly string[]): readonly string[] => [...new Set(texts)].sort()

export const namespacesOf = (metrics: Metrics): readonly string[] => sortedUnique(metrics.map(({ namespace }) => namespace))

const inNamespace = (metrics: Metrics, namespace: string): Metrics => metrics.filter((metric) => metric.namespace === namespace)

const named = (metrics: Metrics, { namespace, metricName }: Pick<MetricIdentity, 'namespace' | 'metricName'>): Metrics =>
  metrics.filter((metric) => metric.namespace === namespace && metric.metricName === metricName)

export const metricNamesOf = (metrics: Metrics, namespace: string): readonly string[] =>
  sortedUnique(inNamespace(metrics, namespace).map(({ metricName }) => metricName))

/** Every dimension that some metric of this name has. */
export const dimensionNamesOf = (metrics: Metrics, identity: MetricIdentity): readonly string[] =>
  sortedUnique(named(metrics, identity).flatMap(({ dimensions }) => Object.keys(dimensions)))

/** The values a dimension has where the other dimensions are as chosen; where that leaves none, all it ever has. */
export function dimensionValuesOf(metrics: Metrics, identity: MetricIdentity, name: string): readonly string[] {
  const having = named(metrics, identity).filter(({ dimensions }) => name in dimensions)
  const others = Object.entries(identity.dimensions).filter(([other]) => other !== name)
  const fitting = having.filter(({ dimensions }) => others.every(([other, value]) => dimensions[other] === value))
  return sortedUnique((fitting.length > 0 ? fitting : having).map(({ dimensions }) => dimensions[name] ?? ''))
}

export const hasMetric = (metrics: Metrics, identity: MetricIdentity): boolean => {
  const key = metricKey(identity)
  return metrics.some((metric) => metricKey(metric) === key)
}

/** How far two sets of dimensions are apart: a name only one of them has weighs as much as another value. */
function distance(left: Dimensions, right: Dimensions): number {
  const names = new Set([...Object.keys(left), ...Object.keys(right)])
  return [...names].filter((name) => left[name] !== right[name]).length
}

/** The metrics of this name whose dimensions are nearest to the wanted ones, nearest first. */
export const nearestMetrics = (metrics: Metrics, wanted: MetricIdentity, most = 3): Metrics =>
  named(metrics, wanted)
    .map((metric) => ({ metric, far: distance(metric.dimensions, wanted.dimensions), key: metricKey(metric) }))
    .sort((left, right) => left.far - right.far || (left.key < right.key ? -1 : 1))
    .slice(0, most)
    .map(({ metric }) => metric)

/** Another namespace or name chosen: what of the rest still fits is kept, else the nearest that exists is taken. */
export function withName(metrics: Metrics, identity: MetricIdentity, change: Partial<MetricIdentity>): MetricIdentity {
  const { namespace, metricName, dimensions } = { ...identity, ...change }
  const isKnown = inNamespace(metrics, namespace).length === 0 || metricNamesOf(metrics, namespace).includes(metricName)
  const wanted = { namespace, metricName: isKnown || change.metricName !== undefined ? metricName : '', dimensions }
  const [nearest] = nearestMetrics(metrics, wanted, 1)
  return nearest === undefined ? wanted : { ...wanted, dimensions: nearest.dimensions }
}

/** `FunctionName = load`, or that there is none. */
export const dimensionsInWords = (dimensions: Dimensions): string =>
  Object.keys(dimensions).length === 0
    ? 'no dimensions'
    : Object.entries(dimensions)
        .map(([name, value]) => `${name} = ${value}`)
        .join(', ')
