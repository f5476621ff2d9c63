import type { MetricIdentity } from '#lib/metric/metric.ts'
import { MetricStore } from '#stores/metric-store.ts'

export const AT = Date.UTC(2026, 10, 24, 12)
export const metric: MetricIdentity = { namespace: 'App', metricName: 'Value', dimensions: { Branch: 'Leeds' } }

/** `2 x3, 10, set n=3 sum=15 min=1 max=9`: samples of one period. */
export function storeOf(samples: string): MetricStore {
  const store = new MetricStore()
  for (const text of samples.split(',').map((part) => part.trim())) {
    const set = /^set n=(\S+) sum=(\S+) min=(\S+) max=(\S+)$/.exec(text)
    if (set !== null) {
      const [count = 0, sum = 0, min = 0, max = 0] = set.slice(1).map(Number)
      store.put(metric, { timestamp: AT, set: { count, sum, min, max } })
      continue
    }
    const value = /^(\S+?)(?: x(\S+))?$/.exec(text)
    if (value === null) throw new Error(`cannot read the sample "${text}"`)
    store.put(metric, { timestamp: AT, values: [Number(value[1])], counts: [Number(value[2] ?? 1)] })
  }
  return store
}
