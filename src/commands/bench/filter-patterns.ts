import { loadRe2 } from '#lib/regex/index.ts'
import { compilePattern } from '#engines/filter-pattern/index.ts'
import { readEvents, type RawEvent } from './million-events.ts'
import { faster, medianOf, type Benchmark } from './measurement.ts'

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** What a person would write by hand: parse each line that looks like JSON, then look at the member. */
function parseAndLoop(events: readonly RawEvent[], keeps: (event: Record<string, unknown>) => boolean): number {
  let kept = 0
  for (const { message } of events) {
    if (!message.startsWith('{')) continue
    const parsed: unknown = JSON.parse(message)
    if (isRecord(parsed) && keeps(parsed)) kept++
  }
  return kept
}

const patterns: readonly { readonly pattern: string; readonly byHand: (events: readonly RawEvent[]) => number }[] = [
  { pattern: 'TimeoutError', byHand: (events) => events.filter((event) => event.message.includes('TimeoutError')).length },
  {
    pattern: '{ $.status = 503 && $.durationMs > 100 }',
    byHand: (events) =>
      parseAndLoop(events, (event) => event['status'] === 503 && typeof event['durationMs'] === 'number' && event['durationMs'] > 100),
  },
  {
    pattern: '{ $.upstream.latencyMs > 50 }',
    byHand: (events) =>
      parseAndLoop(
        events,
        (event) => isRecord(event['upstream']) && typeof event['upstream']['latencyMs'] === 'number' && event['upstream']['latencyMs'] > 50,
      ),
  },
  {
    pattern: '%took=[0-9]{4,}\\.[0-9]ms%',
    byHand: (events) => events.filter((event) => /took=[0-9]{4,}\.[0-9]ms/.test(event.message)).length,
  },
  {
    pattern: '[kind=REPORT, label, id, ...]',
    byHand: (events) => events.filter((event) => event.message.split(/\s+/)[0] === 'REPORT').length,
  },
]

/** Each pattern over the million events, beside the loop a person would write. */
export const measureFilterPatterns: Benchmark = async () => {
  await loadRe2()
  const events = readEvents(1_000_000)
  return patterns.map(({ pattern, byHand }) => {
    const compiled = compilePattern(pattern)
    if (!('value' in compiled)) throw new Error(`cannot measure ${pattern}: ${compiled.diagnostics[0]?.message}`)
    let kept = 0
    const ours = medianOf(3, () => {
      kept = 0
      for (const event of events) if (compiled.value.test(event.message)) kept++
    })
    let keptByHand = 0
    const theirs = medianOf(3, () => {
      keptByHand = byHand(events)
    })
    if (kept !== keptByHand) throw new Error(`cannot compare ${pattern}: it keeps ${kept}, the loop ${keptByHand}`)
    return { what: `${pattern} keeps ${kept}`, value: ours, unit: 'ms', beside: faster(ours, theirs, 'a hand-written loop') }
  })
}
