import type { Dimensions, MetricIdentity } from '#lib/metric/metric.ts'
import type { Millis } from '#lib/time.ts'
import { BucketColumns } from './bucket-columns.ts'

/** Seconds: of high resolution, or the standard. */
export type StorageResolution = 1 | 60

/** One metric's datapoints of one unit, by resolution; absent where none came. */
export type UnitColumns = { high?: BucketColumns; standard?: BucketColumns }

/** What was recorded of one metric. */
export class StoredMetric implements MetricIdentity {
  readonly namespace: string
  readonly metricName: string
  readonly dimensions: Dimensions
  private readonly byUnit = new Map<string, UnitColumns>()
  private newestAt: Millis = -Infinity

  constructor(identity: MetricIdentity) {
    this.namespace = identity.namespace
    this.metricName = identity.metricName
    this.dimensions = { ...identity.dimensions }
  }

  /** The name alone, as a plain value. */
  get identity(): MetricIdentity {
    const { namespace, metricName, dimensions } = this
    return { namespace, metricName, dimensions }
  }

  /** When the newest datapoint was taken. */
  get newest(): Millis {
    return this.newestAt
  }

  /** In alphabetical order. */
  get units(): readonly string[] {
    return [...this.byUnit.keys()].sort()
  }

  ofUnit(unit: string): UnitColumns | undefined {
    return this.byUnit.get(unit)
  }

  get heldBytes(): number {
    return [...this.byUnit.values()].reduce((bytes, { high, standard }) => bytes + (high?.heldBytes ?? 0) + (standard?.heldBytes ?? 0), 0)
  }

  /** The buckets to write to; `timestamp` is remembered as seen. */
  columnsFor(unit: string, resolution: StorageResolution, timestamp: Millis): BucketColumns {
    if (timestamp > this.newestAt) this.newestAt = timestamp
    let columns = this.byUnit.get(unit)
    if (columns === undefined) {
      columns = {}
      this.byUnit.set(unit, columns)
    }
    if (resolution === 1) return (columns.high ??= new BucketColumns())
    return (columns.standard ??= new BucketColumns())
  }
}
