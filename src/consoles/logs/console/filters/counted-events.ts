import type { LogsClient } from '#clients/cloudwatch-logs.ts'
import { MINUTE, type Millis, type TimeRange } from '#lib/time.ts'
import type { ChartPoint } from '#ui/chart/chart-series.ts'

/** Events by the minute they happened in. */
export type Minutes = ReadonlyMap<Millis, number>

export type CountedEvents = {
  readonly fitting: Minutes
  readonly all: Minutes
  readonly count: number
  readonly isThrough: boolean
}

const minuteOf = (at: Millis): Millis => Math.floor(at / MINUTE) * MINUTE

type Asked = { readonly group: string; readonly pattern: string; readonly range: TimeRange }

/** Events that fit a pattern, by minute, and all there are: a minute without any event has no datapoint, whatever the default. */
export async function countEvents(
  logs: LogsClient,
  { group, pattern, range }: Asked,
  signal: AbortSignal,
  report: (counted: CountedEvents) => void,
): Promise<CountedEvents> {
  const window = { logGroupName: group, startTime: Math.floor(range.start), endTime: Math.ceil(range.end) - 1 }
  const all = await minutesOf(logs, window, signal)
  let counted: CountedEvents = { fitting: new Map(), all, count: 0, isThrough: false }
  const fitting = new Map<Millis, number>()
  for await (const page of logs.filterAll(pattern.trim() === '' ? window : { ...window, filterPattern: pattern }, signal)) {
    for (const { timestamp } of page) fitting.set(minuteOf(timestamp), (fitting.get(minuteOf(timestamp)) ?? 0) + 1)
    counted = { ...counted, fitting: new Map(fitting), count: counted.count + page.length }
    report(counted)
  }
  return { ...counted, isThrough: true }
}

type Window = { readonly logGroupName: string; readonly startTime: Millis; readonly endTime: Millis }

/** By a query: the events themselves need not come over for it. */
async function minutesOf(logs: LogsClient, { logGroupName, startTime, endTime }: Window, signal: AbortSignal): Promise<Minutes> {
  const { results } = await logs.runQuery({
    query: 'stats count(*) as events by bin(1m) as minute | limit 10000',
    groups: [logGroupName],
    start: startTime,
    end: endTime,
    signal,
  })
  return new Map(
    results.map((row) => {
      const text = row.find(({ field }) => field === 'minute')?.value ?? ''
      const at = /^\d+$/.test(text) ? Number(text) : Date.parse(`${text.replace(' ', 'T')}Z`)
      return [at, Number(row.find(({ field }) => field === 'events')?.value ?? 0)] as const
    }),
  )
}

/** The datapoints of the Sum of a metric, a minute each: so much an event, and the default where events came and none fits. */
export function datapointsOf(
  { fitting, all }: Pick<CountedEvents, 'fitting' | 'all'>,
  each: number,
  otherwise: number | undefined,
): readonly ChartPoint[] {
  const minutes = otherwise === undefined ? [...fitting.keys()] : [...new Set([...fitting.keys(), ...all.keys()])]
  return minutes
    .toSorted((left, right) => left - right)
    .map((x) => ({ x, y: fitting.has(x) ? (fitting.get(x) ?? 0) * each : (otherwise ?? null) }))
}
