import { readAlarmWindows, replay, type Windows } from '#engines/alarms/index.ts'
import { readWindows } from '#engines/metrics/index.ts'
import { createBackend, type Backend } from '#backend/backend.ts'
import { metricOf, type MetricAlarm } from '#lib/alarm/alarm.ts'
import { createRandom } from '#lib/random.ts'
import { DAY, HOUR, MINUTE, standingClock, type TimeRange } from '#lib/time.ts'
import { MetricStore } from '#stores/metric-store.ts'
import { medianOf, type Benchmark } from './measurement.ts'

const START = Date.UTC(2026, 2, 4)
const ALARMS = 1000
const STEPS = 200
const ACCOUNT = '111122223333'
const range: TimeRange = { start: START, end: START + DAY }

const alarmOn = (index: number, threshold = 1000): MetricAlarm => ({
  Namespace: 'Bench',
  MetricName: 'Duration',
  Dimensions: [{ Name: 'Function', Value: `function-${index}` }],
  Statistic: 'Average',
  Period: 60,
  EvaluationPeriods: 3,
  DatapointsToAlarm: 2,
  Threshold: threshold,
  ComparisonOperator: 'GreaterThanThreshold',
  TreatMissingData: index % 2 === 0 ? 'missing' : 'notBreaching',
})

/** A day of minutes with slow stretches and gaps, from an hour before it on. */
function valuesOf(index: number): readonly (number | undefined)[] {
  const random = createRandom(index)
  const isSlow = (): boolean => random.next() < 0.02
  let slow = 0
  return Array.from({ length: (DAY + HOUR) / MINUTE }, () => {
    slow = isSlow() ? 5 + random.below(30) : slow - 1
    if (random.next() < 0.03) return undefined
    return (slow > 0 ? 1100 : 350) + random.below(200)
  })
}

function fill(store: MetricStore): void {
  for (let index = 0; index < ALARMS; index++) {
    const dimensions = { Function: `function-${index}` }
    valuesOf(index).forEach((value, minute) => {
      const timestamp = START - HOUR + minute * MINUTE
      if (value !== undefined)
        store.record({ namespace: 'Bench', metricName: 'Duration', dimensions, timestamp, value, unit: 'Milliseconds' })
    })
  }
}

function windowsOf(store: MetricStore, alarm: MetricAlarm): Windows {
  const query = metricOf(alarm)
  if (query === undefined) throw new Error('cannot measure an alarm on no metric')
  return readAlarmWindows(alarm, query, range, (asked, at) => readWindows(store, asked, at))
}

/** The alarm form's question while the threshold is dragged: a night of 1,440 points, another threshold each time. */
async function dragOverApi(): Promise<number> {
  const backend = createBackend({ clock: standingClock(START + DAY) })
  await putNight(backend)
  const took: number[] = []
  let changes = 0
  for (let step = 0; step < STEPS; step++) {
    const body = JSON.stringify({ account: ACCOUNT, alarm: alarmOn(0, 300 + 5 * step), ...range })
    const began = performance.now()
    const answer = await backend.fetch(new Request('http://127.0.0.1/_watchkeeper/replay', { method: 'POST', body }))
    const replayed: { readonly changes: readonly unknown[] } = await answer.json()
    took.push(performance.now() - began)
    changes += replayed.changes.length
  }
  if (changes === 0) throw new Error('cannot measure: no threshold ever changed the state')
  return took.sort((left, right) => left - right)[STEPS / 2] ?? 0
}

async function putNight(backend: Backend): Promise<void> {
  const MetricData = valuesOf(0).flatMap((Value, minute) => {
    const Timestamp = (START - HOUR + minute * MINUTE) / 1000
    return Value === undefined
      ? []
      : [{ MetricName: 'Duration', Dimensions: alarmOn(0).Dimensions, Value, Timestamp, Unit: 'Milliseconds' }]
  })
  for (let from = 0; from < MetricData.length; from += 1000) {
    const headers = {
      'x-amz-target': 'GraniteServiceVersion20100801.PutMetricData',
      'content-type': 'application/x-amz-json-1.0',
      authorization: `AWS4-HMAC-SHA256 Credential=${ACCOUNT}/20260304/eu-west-2/monitoring/aws4_request`,
    }
    const body = JSON.stringify({ Namespace: 'Bench', MetricData: MetricData.slice(from, from + 1000) })
    const answer = await backend.fetch(new Request('http://127.0.0.1/', { method: 'POST', headers, body }))
    if (!answer.ok) throw new Error(`cannot measure: the night was refused: ${await answer.text()}`)
  }
}

const micros = (millis: number): number => Math.round(millis * 1000)

/** A thousand alarms over a day, and what one step of a threshold's drag costs. */
export const measureAlarms: Benchmark = async () => {
  const store = new MetricStore()
  fill(store)
  const alarms = Array.from({ length: ALARMS }, (_, index) => alarmOn(index))
  let changes = 0
  const whole = medianOf(3, () => {
    changes = alarms.reduce((sum, alarm) => sum + replay(alarm, windowsOf(store, alarm), range).changes.length, 0)
  })
  const read = alarms.map((alarm) => ({ alarm, windows: windowsOf(store, alarm) }))
  const evaluating = medianOf(3, () => read.forEach(({ alarm, windows }) => replay(alarm, windows, range)))
  const night = windowsOf(store, alarmOn(0))
  const step = medianOf(5, () => {
    for (let at = 0; at < STEPS; at++) replay(alarmOn(0, 300 + 5 * at), night, range)
  })
  const evaluations = ALARMS * 1440
  return [
    { what: `${ALARMS} alarms over 24 h at one minute, read and replayed, ${changes} changes`, value: whole, unit: 'ms' },
    {
      what: 'the same, evaluations alone',
      value: evaluating,
      unit: 'ms',
      beside: `${Math.round((evaluating * 1e6) / evaluations)} ns an evaluation`,
    },
    { what: 'one step of a threshold dragged over 1,440 points, the engine alone', value: micros(step / STEPS), unit: 'µs' },
    {
      what: 'the same over the api, reading and JSON included',
      value: micros(await dragOverApi()),
      unit: 'µs',
      beside: 'a frame has 16,000 µs',
    },
  ]
}
