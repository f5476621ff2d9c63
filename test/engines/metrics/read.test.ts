import { describe, expect, test } from 'vitest'
import { readDatapoints, readSeries, readWindows } from '#engines/metrics/index.ts'
import { createRandom } from '#lib/random.ts'
import { DAY, HOUR, MINUTE, SECOND, type Millis } from '#lib/time.ts'
import { MetricStore } from '#stores/metric-store.ts'
import { AT, metric } from './read-samples.ts'

const put = (store: MetricStore, timestamp: Millis, value: number, more: { unit?: string; resolution?: 1 | 60 } = {}): void =>
  store.put(metric, { timestamp, values: [value], ...more })

const sumOf = (store: MetricStore, period: number, start: Millis, end: Millis, now = AT + HOUR) => {
  const { timestamps, values } = readSeries(store, { ...metric, statistic: 'Sum', period }, { start, end }, now)
  return timestamps.map((time, at) => [(time - AT) / SECOND, values[at]])
}

describe('a read', () => {
  test('lays its periods from the rounded start and stops at a multiple of its period', () => {
    const store = new MetricStore()
    for (let minute = 0; minute < 12; minute++) put(store, AT + minute * MINUTE, 1)
    expect(sumOf(store, 300, AT + 2 * MINUTE + 13_000, AT + 11 * MINUTE)).toEqual([
      [120, 5],
      [420, 5],
    ])
    expect(sumOf(store, 60, AT + 30_000, AT + 119_000)).toEqual([[0, 1]])
    expect(sumOf(store, 60, AT, AT + 59_000)).toEqual([])
  })

  test('takes seconds only from data of high resolution, and minutes from both', () => {
    const store = new MetricStore()
    put(store, AT + 1000, 1, { resolution: 1 })
    put(store, AT + 12_345, 2, { resolution: 1 })
    put(store, AT + 15_000, 4)
    expect(sumOf(store, 10, AT, AT + MINUTE)).toEqual([
      [0, 1],
      [10, 2],
    ])
    expect(sumOf(store, 1, AT, AT + MINUTE)).toEqual([
      [1, 1],
      [12, 2],
    ])
    expect(sumOf(store, 60, AT, AT + MINUTE)).toEqual([[0, 7]])
  })

  test('finds data as coarse as their age leaves them', () => {
    const store = new MetricStore()
    put(store, AT, 1, { resolution: 1 })
    const isThere = (period: number, age: Millis): boolean => sumOf(store, period, AT, AT + DAY, AT + age).length === 1
    expect([isThere(10, 3 * HOUR), isThere(10, 4 * HOUR), isThere(60, 4 * HOUR)]).toEqual([true, false, true])
    expect([isThere(60, 15 * DAY), isThere(60, 16 * DAY), isThere(120, 16 * DAY), isThere(300, 16 * DAY)]).toEqual([
      true,
      false,
      false,
      true,
    ])
    expect([isThere(300, 64 * DAY), isThere(3600, 64 * DAY), isThere(3600, 456 * DAY)]).toEqual([false, true, false])
  })

  test('gives one unit, and says which others there are', () => {
    const store = new MetricStore()
    put(store, AT, 3, { unit: 'Seconds' })
    put(store, AT, 5, { unit: 'Milliseconds' })
    const query = { ...metric, statistic: 'Sum', period: 60 }
    const range = { start: AT, end: AT + MINUTE }
    expect(readSeries(store, query, range, AT)).toMatchObject({ values: [5], unit: 'Milliseconds', units: ['Milliseconds', 'Seconds'] })
    expect(readSeries(store, { ...query, unit: 'Seconds' }, range, AT)).toMatchObject({ values: [3], units: ['Seconds'] })
    expect(readSeries(store, { ...query, unit: 'Bytes' }, range, AT).values).toEqual([])
    const datapoints = readDatapoints(store, { metric, statistics: ['Sum', 'p90'], period: 60, unit: undefined, range }, AT)
    expect(datapoints.map(({ unit, values }) => [unit, ...values])).toEqual([
      ['Milliseconds', 5, 5],
      ['Seconds', 3, 3],
    ])
  })

  test('gives datapoints the other statistics where one has none', () => {
    const store = new MetricStore()
    put(store, AT, -1)
    put(store, AT, 2)
    const read = (statistics: readonly string[]) =>
      readDatapoints(store, { metric, statistics, period: 60, unit: undefined, range: { start: AT, end: AT + MINUTE } }, AT)
    expect(read(['Sum', 'p90'])[0]?.values).toEqual([1, undefined])
    expect(read(['p90'])).toEqual([])
  })
})

describe('windows', () => {
  test('slide over the minutes, wherever a read would lay its periods', () => {
    const store = new MetricStore()
    for (const [minute, value] of [
      [0, 1],
      [1, 2],
      [2, 4],
      [4, 8],
    ] as const)
      put(store, AT + minute * MINUTE, value)
    const range = { start: AT + MINUTE, end: AT + 7 * MINUTE, step: MINUTE }
    const { ends, values, sampleCounts } = readWindows(store, { ...metric, statistic: 'Sum', period: 120 }, range)
    expect(ends.map((end) => (end - AT) / MINUTE)).toEqual([1, 2, 3, 4, 5, 6, 7])
    expect([...values]).toEqual([1, 3, 6, 4, 8, 8, NaN])
    expect([...sampleCounts]).toEqual([1, 2, 2, 1, 1, 1, 0])
  })

  test('of several units show the first that has data in the window', () => {
    const store = new MetricStore()
    put(store, AT, 1, { unit: 'Bytes' })
    put(store, AT + MINUTE, 2)
    put(store, AT + 2 * MINUTE, 3)
    put(store, AT + 2 * MINUTE, 4, { unit: 'Bytes' })
    const range = { start: AT + MINUTE, end: AT + 4 * MINUTE, step: MINUTE }
    const { values, sampleCounts } = readWindows(store, { ...metric, statistic: 'Sum', period: 60 }, range)
    expect([...values]).toEqual([1, 2, 4, NaN])
    expect([...sampleCounts]).toEqual([1, 1, 1, 0])
    expect([...readWindows(store, { ...metric, statistic: 'Sum', period: 60, unit: 'None' }, range).values]).toEqual([NaN, 2, 3, NaN])
  })

  test('of a metric that is not there are empty', () => {
    const { values } = readWindows(
      new MetricStore(),
      { ...metric, statistic: 'p90', period: 60 },
      { start: AT, end: AT + MINUTE, step: MINUTE },
    )
    expect([...values]).toEqual([NaN, NaN])
  })

  test('say what a read of the same period says', () => {
    const seed = 11
    const random = createRandom(seed)
    const store = new MetricStore()
    for (let at = 0; at < 2000; at++) put(store, AT + random.below(7200) * SECOND, random.next() * 100)
    const end = AT + 2 * HOUR
    for (const statistic of ['Average', 'p95', 'TM(10%:90%)', 'PR(:50)']) {
      const query = { ...metric, statistic, period: 300 }
      const series = readSeries(store, query, { start: AT, end }, end)
      const windows = readWindows(store, query, { start: AT + 300_000, end, step: 300_000 })
      expect(
        [...windows.values].filter((value) => !Number.isNaN(value)),
        `seed ${seed} ${statistic}`,
      ).toEqual(series.values)
      expect(series.values.length).toBe(24)
    }
  })
})
