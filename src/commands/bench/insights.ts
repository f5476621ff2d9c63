import { loadRe2 } from '#lib/regex/index.ts'
import { createExecution } from '#engines/insights/index.ts'
import { parse } from '#languages/insights/index.ts'
import { LogStore, type LogGroup } from '#stores/log-store.ts'
import { readEvents, type RawEvent } from './million-events.ts'
import { faster, medianOf, type Benchmark } from './measurement.ts'

type ByHand = (events: readonly RawEvent[]) => number

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

function parsed(message: string): Record<string, unknown> | undefined {
  if (!message.startsWith('{')) return undefined
  const value: unknown = JSON.parse(message)
  return isRecord(value) ? value : undefined
}

const percentile = (values: readonly number[], share: number): number =>
  values.toSorted((left, right) => left - right)[Math.floor(values.length * share)] ?? 0

const byRoute: ByHand = (events) => {
  const routes = new Map<string, number[]>()
  for (const event of events) {
    const record = parsed(event.message)
    if (typeof record?.['route'] !== 'string' || typeof record['durationMs'] !== 'number') continue
    const seen = routes.get(record['route']) ?? []
    seen.push(record['durationMs'])
    routes.set(record['route'], seen)
  }
  for (const seen of routes.values()) percentile(seen, 0.95)
  return routes.size
}

const errorsByBin: ByHand = (events) => {
  const bins = new Map<string, number>()
  for (const event of events) {
    const record = parsed(event.message)
    if (record?.['level'] !== 'ERROR' || typeof record['durationMs'] !== 'number' || record['durationMs'] <= 100) continue
    const key = `${Math.floor(event.timestamp / 300_000)} ${String(record['service'])}`
    bins.set(key, (bins.get(key) ?? 0) + 1)
  }
  return bins.size
}

const memory: ByHand = (events) => {
  const sizes = new Map<string, { count: number; used: number }>()
  for (const { message } of events) {
    const found = /REPORT .*Memory Size: (\d+) MB\tMax Memory Used: (\d+) MB/.exec(message)
    if (found?.[1] === undefined) continue
    const seen = sizes.get(found[1]) ?? { count: 0, used: 0 }
    sizes.set(found[1], { count: seen.count + 1, used: Math.max(seen.used, Number(found[2])) })
  }
  return sizes.size
}

const queries: readonly { readonly query: string; readonly byHand: ByHand }[] = [
  { query: 'filter ispresent(route) | stats avg(durationMs), max(durationMs), pct(durationMs, 95) by route', byHand: byRoute },
  { query: 'filter level = "ERROR" and durationMs > 100 | stats count(*) by bin(5m), service', byHand: errorsByBin },
  {
    query:
      'filter @message like "REPORT" | parse @message "Memory Size: * MB\tMax Memory Used: * MB" as size, used | stats count(*), max(used) by size',
    byHand: memory,
  },
]

function loadGroup(events: readonly RawEvent[]): LogGroup {
  const group = new LogStore().createGroup('/bench', 0)
  for (let at = 0; at < events.length; at += 1000) {
    const streams = new Map<string, RawEvent[]>()
    for (const event of events.slice(at, at + 1000)) streams.set(event.stream, [...(streams.get(event.stream) ?? []), event])
    for (const [stream, batch] of streams) group.append(stream, batch, batch.at(-1)?.timestamp ?? 0)
  }
  return group
}

function run(query: string, group: LogGroup): number {
  const execution = createExecution({
    query: parse(query).ast,
    groups: [group],
    accountId: '123456789012',
    start: 0,
    end: Number.MAX_SAFE_INTEGER,
    now: 0,
  })
  if (!('value' in execution)) throw new Error(`cannot measure ${query}: ${execution.diagnostics[0]?.message}`)
  while (!execution.value.step(100_000));
  return execution.value.results().rows.length
}

/** Three queries over the million events, beside the JSON.parse-and-loop a person would write. */
export const measureInsights: Benchmark = async () => {
  await loadRe2()
  const events = readEvents(1_000_000)
  const began = performance.now()
  const group = loadGroup(events)
  const loaded = Math.round(performance.now() - began)
  const rows = queries.map(({ query, byHand }) => {
    const firstBegan = performance.now()
    const found = run(query, group)
    const first = Math.round(performance.now() - firstBegan)
    const ours = medianOf(3, () => run(query, group))
    let foundByHand = 0
    const theirs = medianOf(1, () => {
      foundByHand = byHand(events)
    })
    if (found !== foundByHand) throw new Error(`cannot compare ${query}: it gives ${found} rows, the loop ${foundByHand}`)
    return { what: `${query} (first ${first} ms)`, value: ours, unit: 'ms', beside: faster(ours, theirs, 'a JSON.parse-and-loop') }
  })
  return [{ what: 'lay 1000000 events into a group', value: loaded, unit: 'ms' }, ...rows]
}
