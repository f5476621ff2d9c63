import type { Dimensions, MetricIdentity, MetricSample } from '#lib/metric/metric.ts'
import { MINUTE, SECOND, type Millis } from '#lib/time.ts'
import type { StatisticSet } from './metrics/bucket-columns.ts'
import { StoredMetric, type StorageResolution } from './metrics/stored-metric.ts'

export { edgeOf } from './metrics/bins.ts'
export { BucketColumns, type StatisticSet } from './metrics/bucket-columns.ts'
export { StoredMetric, type StorageResolution, type UnitColumns } from './metrics/stored-metric.ts'
export { Summary } from './metrics/summary.ts'

/** Everything that may be put for one metric at one time. */
export type MetricDatum = {
  readonly timestamp: Millis
  /** `None` when left out. */
  readonly unit?: string
  /** 60 when left out. */
  readonly resolution?: StorageResolution
} & (
  | { readonly values: readonly number[]; /** 1 for each value when left out. */ readonly counts?: readonly number[] }
  | { readonly set: StatisticSet }
)

/** One account's metrics: equal identities add up, whatever the order of their dimensions; samples are never kept one by one. */
export class MetricStore {
  private readonly namespaces = new Map<string, Map<string, Map<string, StoredMetric>>>()
  private readonly all: StoredMetric[] = []

  /** In the order in which they were first seen. */
  metrics(): readonly StoredMetric[] {
    return this.all
  }

  find({ namespace, metricName, dimensions }: MetricIdentity): StoredMetric | undefined {
    return this.namespaces.get(namespace)?.get(metricName)?.get(dimensionsKey(dimensions))
  }

  get heldBytes(): number {
    return this.all.reduce((bytes, metric) => bytes + metric.heldBytes, 0)
  }

  /** The quick way for what a world measures. */
  record(sample: MetricSample, resolution: StorageResolution = 60): void {
    const { timestamp, value, count = 1, unit } = sample
    this.demand(sample).columnsFor(unit, resolution, timestamp).addValue(bucketStart(timestamp, resolution), value, count)
  }

  put(identity: MetricIdentity, datum: MetricDatum): void {
    const { timestamp, unit = 'None', resolution = 60 } = datum
    const columns = this.demand(identity).columnsFor(unit, resolution, timestamp)
    const start = bucketStart(timestamp, resolution)
    if ('values' in datum) datum.values.forEach((value, at) => columns.addValue(start, value, datum.counts?.[at] ?? 1))
    else if (isOneValue(datum.set)) columns.addValue(start, datum.set.min, datum.set.count)
    else columns.addSet(start, datum.set)
  }

  private demand(identity: MetricIdentity): StoredMetric {
    const { namespace, metricName, dimensions } = identity
    const ofNamespace = demandIn(this.namespaces, namespace, newMap<Map<string, StoredMetric>>)
    const ofName = demandIn(ofNamespace, metricName, newMap<StoredMetric>)
    return demandIn(ofName, dimensionsKey(dimensions), () => {
      const metric = new StoredMetric(identity)
      this.all.push(metric)
      return metric
    })
  }
}

const newMap = <Value>(): Map<string, Value> => new Map()

function demandIn<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}

/** A set that says the same as its count of one value: it counts as that many samples (cloudwatch-metrics.md 2.4). */
const isOneValue = ({ count, sum, min, max }: StatisticSet): boolean => min === max && sum === min * count

const bucketStart = (timestamp: Millis, resolution: StorageResolution): Millis => {
  const width = resolution === 1 ? SECOND : MINUTE
  return Math.floor(timestamp / width) * width
}

/** Keys of objects that were seen: a world names the same dimensions a million times. */
const keys = new WeakMap<Dimensions, string>()

function dimensionsKey(dimensions: Dimensions): string {
  const known = keys.get(dimensions)
  if (known !== undefined) return known
  const key = JSON.stringify(Object.entries(dimensions).sort(([left], [right]) => (left < right ? -1 : 1)))
  keys.set(dimensions, key)
  return key
}
