import { describe, expect, test } from 'vitest'
import type { Dimensions } from '#lib/metric/metric.ts'
import { createRandom } from '#lib/random.ts'
import { MINUTE, SECOND, type Millis } from '#lib/time.ts'
import { BucketColumns, MetricStore, Summary, type StoredMetric } from '#stores/metric-store.ts'

const AT = Date.UTC(2026, 10, 24, 12)
const identity = { namespace: 'App', metricName: 'Hits', dimensions: { Branch: 'Leeds', Zone: 'a' } }

function standard(store: MetricStore, unit = 'None'): BucketColumns {
  const columns = store.find(identity)?.ofUnit(unit)?.standard
  if (columns === undefined) throw new Error('there are no buckets of standard resolution')
  return columns
}

const summaryOf = (columns: BucketColumns, rows: readonly number[]): Summary => {
  const summary = new Summary()
  for (const row of rows) columns.mergeInto(summary, row, true)
  return summary
}

const allRows = (columns: BucketColumns): readonly number[] => Array.from({ length: columns.size }, (_, row) => row)

const facts = ({ count, sum, min, max, zeros, negatives, opaque }: Summary) => ({ count, sum, min, max, zeros, negatives, opaque })

describe('what a metric is', () => {
  test('does not depend on the order of its dimensions', () => {
    const store = new MetricStore()
    store.put(identity, { timestamp: AT, values: [1] })
    store.put({ ...identity, dimensions: { Zone: 'a', Branch: 'Leeds' } }, { timestamp: AT, values: [2] })
    expect(store.metrics().length).toBe(1)
    expect(summaryOf(standard(store), [0]).sum).toBe(3)
  })

  test('is another one with fewer, more or other dimensions', () => {
    const store = new MetricStore()
    const sets: readonly Dimensions[] = [{}, { Branch: 'Leeds' }, { Branch: 'York' }, { branch: 'Leeds' }, identity.dimensions]
    for (const dimensions of sets) store.put({ ...identity, dimensions }, { timestamp: AT, values: [1] })
    expect(store.metrics().length).toBe(5)
    expect(store.find({ ...identity, dimensions: { Zone: 'a' } })).toBeUndefined()
  })

  test('does not change when the object that named it does', () => {
    const store = new MetricStore()
    const dimensions = { Branch: 'Leeds' }
    store.put({ ...identity, dimensions }, { timestamp: AT, values: [1] })
    dimensions.Branch = 'York'
    expect(store.metrics()[0]?.dimensions).toEqual({ Branch: 'Leeds' })
  })

  test('knows its units in alphabetical order and when its newest datapoint was', () => {
    const store = new MetricStore()
    store.put(identity, { timestamp: AT + 5000, values: [1], unit: 'Seconds' })
    store.record({ ...identity, timestamp: AT, value: 1, unit: 'Count' })
    const metric: StoredMetric | undefined = store.find(identity)
    expect(metric?.units).toEqual(['Count', 'Seconds'])
    expect(metric?.newest).toBe(AT + 5000)
  })
})

describe('buckets', () => {
  test('begin at the minute, those of high resolution at the second', () => {
    const store = new MetricStore()
    store.put(identity, { timestamp: AT + 59_999, values: [1] })
    store.put(identity, { timestamp: AT + 59_999, values: [1], resolution: 1 })
    const unit = store.find(identity)?.ofUnit('None')
    expect([unit?.standard?.start(0), unit?.high?.start(0)]).toEqual([AT, AT + 59_000])
  })

  test('add equal timestamps up', () => {
    const store = new MetricStore()
    for (let time = 0; time < 3; time++) store.put(identity, { timestamp: AT, values: [2, 5], counts: [1, 2.5] })
    expect(facts(summaryOf(standard(store), [0]))).toEqual({ count: 10.5, sum: 43.5, min: 2, max: 5, zeros: 0, negatives: 0, opaque: 0 })
  })

  test('keep what a statistic set says, and what it does not', () => {
    const store = new MetricStore()
    store.put(identity, { timestamp: AT, set: { count: 4, sum: 20, min: 1, max: 9 } })
    store.put(identity, { timestamp: AT, set: { count: 3, sum: 21, min: 7, max: 7 } })
    store.put(identity, { timestamp: AT, values: [0, -2] })
    expect(facts(summaryOf(standard(store), [0]))).toEqual({ count: 9, sum: 39, min: -2, max: 9, zeros: 1, negatives: 1, opaque: 4 })
  })

  test('widen their extremes by a value that counts for nothing', () => {
    const store = new MetricStore()
    store.put(identity, { timestamp: AT, values: [1, 2, 30], counts: [0, 5, 0] })
    expect(facts(summaryOf(standard(store), [0]))).toMatchObject({ count: 5, sum: 10, min: 1, max: 30 })
  })

  test('take late data into their own time', () => {
    const store = new MetricStore()
    const minutes = [5, 3, 9, 3, 1, 5, 0, 9, 4]
    for (const minute of minutes) store.put(identity, { timestamp: AT + minute * MINUTE, values: [minute + 1] })
    const columns = standard(store)
    expect(allRows(columns).map((row) => (columns.start(row) - AT) / MINUTE)).toEqual([0, 1, 3, 4, 5, 9])
    expect(allRows(columns).map((row) => summaryOf(columns, [row]).count)).toEqual([1, 1, 2, 1, 2, 2])
    store.put(identity, { timestamp: AT + 2 * MINUTE, values: [7] })
    store.put(identity, { timestamp: AT + 3 * MINUTE, values: [8] })
    expect(columns.start(2)).toBe(AT + 2 * MINUTE)
    expect(facts(summaryOf(columns, [columns.lowerBound(AT + 3 * MINUTE)]))).toMatchObject({ count: 3, sum: 16, min: 4, max: 8 })
  })
})

describe('bins', () => {
  const binsOf = (values: readonly number[]): readonly number[] => {
    const columns = new BucketColumns()
    for (const value of values) columns.addValue(AT, value, 1)
    const { bins, lowestBin, highestBin } = summaryOf(columns, [0])
    return Array.from(bins.subarray(lowestBin, highestBin + 1))
  }

  test('are the powers of 1.1 as doubles have them', () => {
    expect(binsOf([1.1, 1.21])).toEqual([2])
    expect(binsOf([1.21, 1.2100000000000002])).toEqual([1, 1])
    expect(binsOf([1.21, 1.331])).toEqual([1, 1])
    expect(binsOf([1, 1.0999])).toEqual([2])
  })

  test('hold the smallest and the largest of doubles', () => {
    expect(binsOf([Number.MIN_VALUE])).toEqual([1])
    expect(binsOf([2 ** 360])).toEqual([1])
    expect(binsOf([Number.MAX_VALUE])).toEqual([1])
  })

  test.each([1, 2, 3, 4, 5])('of merged buckets are those of the samples together, seed %i', (seed) => {
    const random = createRandom(seed)
    const apart = new BucketColumns()
    const together = new BucketColumns()
    for (let at = 0; at < 3000; at++) {
      const kind = random.below(20)
      const value = kind === 0 ? 0 : kind === 1 ? -random.next() : Math.exp(random.next() * 20 - 10)
      const count = random.below(4)
      const start: Millis = AT + random.below(40) * SECOND
      apart.addValue(start, value, count)
      together.addValue(AT, value, count)
    }
    const merged = summaryOf(apart, allRows(apart))
    const whole = summaryOf(together, [0])
    expect(merged.count, `seed ${seed}`).toBe(whole.count)
    expect(merged.sum).toBeCloseTo(whole.sum, 6)
    expect({ ...facts(merged), sum: 0 }).toEqual({ ...facts(whole), sum: 0 })
    expect(merged.bins).toEqual(whole.bins)
    expect(whole.count).toBeGreaterThan(1000)
  })

  test('are forgotten when a summary is cleared', () => {
    const columns = new BucketColumns()
    columns.addValue(AT, 5, 1)
    const summary = summaryOf(columns, [0])
    summary.clear()
    expect(facts(summary)).toEqual({ count: 0, sum: 0, min: Infinity, max: -Infinity, zeros: 0, negatives: 0, opaque: 0 })
    expect(summary.bins.every((weight) => weight === 0)).toBe(true)
  })
})
