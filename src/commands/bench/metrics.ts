import { readWindows } from '#engines/metrics/index.ts'
import { json } from '#backend/wire/protocols/json.ts'
import { cloudwatch } from '#apis/cloudwatch/service.ts'
import type { Dimensions } from '#lib/metric/metric.ts'
import { createRandom } from '#lib/random.ts'
import { DAY, HOUR, MINUTE, SECOND, type Millis } from '#lib/time.ts'
import { MetricStore } from '#stores/metric-store.ts'
import { resultsOf, startCloudWatch } from '../conformance/cloudwatch-call.ts'
import { faster, medianOf, type Benchmark } from './measurement.ts'

const START = Date.UTC(2026, 2, 4)
const METRICS = 1000
const MINUTES = 1440
const QUERIES_A_CALL = 500
const SAMPLES = 1_000_000
const SERIES = 100
const namespace = 'Bench'
const metricName = 'Duration'

const dimensionsOf = (index: number): Dimensions => ({ Function: `function-${index}` })

/** Durations as they are: most of them short, some long. */
function durations(count: number): Float64Array {
  const random = createRandom(5)
  return Float64Array.from({ length: count }, () => 20 * Math.exp(4 * random.next() * random.next()))
}

/** One sample a minute of each of a thousand metrics. */
function fill(store: MetricStore): void {
  const values = durations(METRICS * MINUTES)
  for (let index = 0; index < METRICS; index++) {
    const dimensions = dimensionsOf(index)
    for (let minute = 0; minute < MINUTES; minute++) {
      const timestamp = START + minute * MINUTE
      store.record({ namespace, metricName, dimensions, timestamp, value: values[index * MINUTES + minute] ?? 0, unit: 'Milliseconds' })
    }
  }
}

/** Every page of GetMetricData for all metrics, written as JSON; how many datapoints came. */
async function readAll(cloud: ReturnType<typeof startCloudWatch>, statistic: string): Promise<number> {
  const addressee = { service: cloudwatch, operation: 'GetMetricData', requestId: '', contentType: null }
  let datapoints = 0
  for (let from = 0; from < METRICS; from += QUERIES_A_CALL) {
    const MetricDataQueries = Array.from({ length: QUERIES_A_CALL }, (_, at) => ({
      Id: `q${at}`,
      MetricStat: {
        Metric: {
          Namespace: namespace,
          MetricName: metricName,
          Dimensions: [{ Name: 'Function', Value: `function-${from + at}` }],
        },
        Period: 60,
        Stat: statistic,
      },
    }))
    let token: unknown
    do {
      const input = { StartTime: START, EndTime: START + DAY, MetricDataQueries, ...(token === undefined ? {} : { NextToken: token }) }
      const output = await cloud.call('GetMetricData', input)
      await json.write(output, addressee).arrayBuffer()
      datapoints += resultsOf(output).reduce((sum, { values }) => sum + values.length, 0)
      token = output['NextToken']
    } while (token !== undefined)
  }
  if (datapoints !== METRICS * MINUTES) throw new Error(`cannot measure: ${datapoints} datapoints came of ${METRICS * MINUTES}`)
  return datapoints
}

async function measureReading(cloud: ReturnType<typeof startCloudWatch>, statistic: string): Promise<number> {
  await readAll(cloud, statistic)
  const began = performance.now()
  await readAll(cloud, statistic)
  return Math.round(performance.now() - began)
}

/** A million samples of a hundred metrics within an hour, in order of time: what a world records. */
function recordMillion(values: Float64Array): MetricStore {
  const store = new MetricStore()
  const dimensions = Array.from({ length: SERIES }, (_, at) => dimensionsOf(at))
  for (let at = 0; at < SAMPLES; at++) {
    const timestamp = START + Math.floor((at * HOUR) / SAMPLES)
    store.record({
      namespace,
      metricName,
      dimensions: dimensions[at % SERIES] ?? {},
      timestamp,
      value: values[at] ?? 0,
      unit: 'Milliseconds',
    })
  }
  return store
}

/** Texts as keys and arrays of numbers: what a person would write, and what no percentile of AWS's comes from. */
function recordByHand(values: Float64Array): number {
  const minutes = new Map<string, number[]>()
  const dimensions = Array.from({ length: SERIES }, (_, at) => dimensionsOf(at))
  for (let at = 0; at < SAMPLES; at++) {
    const timestamp = START + Math.floor((at * HOUR) / SAMPLES)
    const key = `${namespace} ${metricName} ${dimensions[at % SERIES]?.['Function']} ${Math.floor(timestamp / MINUTE)}`
    const known = minutes.get(key)
    if (known === undefined) minutes.set(key, [values[at] ?? 0])
    else known.push(values[at] ?? 0)
  }
  return minutes.size
}

/** A night's windows of one alarm on a percentile, as its form asks for them. */
function readNight(store: MetricStore, end: Millis): number {
  const query = { namespace, metricName, dimensions: dimensionsOf(7), statistic: 'p90', period: 300 }
  return readWindows(store, query, { start: end - 12 * HOUR, end, step: 60 * SECOND }).ends.length
}

/** GetMetricData over a thousand metrics and a day, a million samples recorded, a night's windows of one alarm. */
export const measureMetrics: Benchmark = async () => {
  const values = durations(SAMPLES)
  const ours = medianOf(3, () => recordMillion(values))
  const byHand = medianOf(3, () => recordByHand(values))
  const cloud = startCloudWatch(START + DAY)
  fill(cloud.metrics)
  const what = `GetMetricData, ${METRICS} metrics x 24 h at 60 s, all pages as JSON`
  return [
    { what: `record ${SAMPLES} samples`, value: ours, unit: 'ms', beside: faster(ours, byHand, 'a Map of arrays') },
    { what: `hold ${METRICS} metrics x 24 h`, value: Math.round(cloud.metrics.heldBytes / 1e5) / 10, unit: 'MB' },
    { what: `${what}, Average`, value: await measureReading(cloud, 'Average'), unit: 'ms' },
    { what: `${what}, p90`, value: await measureReading(cloud, 'p90'), unit: 'ms' },
    { what: 'windows of one alarm, 12 h, p90 of 300 s', value: medianOf(5, () => readNight(cloud.metrics, START + DAY)), unit: 'ms' },
  ]
}
