import type { Millis } from '#lib/time.ts'
import type { FilteredLogEvent, LogsClient } from '../cloudwatch-logs.ts'
import { pause } from '../pause.ts'

export type TailQuestion = {
  readonly groups: readonly string[]
  /** Of one group; all of them where none is named. */
  readonly streams: readonly string[]
  readonly pattern: string
  /** Events from here on: the world's now. */
  readonly since: Millis
}

export type TailEvent = FilteredLogEvent & { readonly logGroupName: string }

/** What came since the update before. */
export type TailUpdate = {
  readonly events: readonly TailEvent[]
  /** More came than are shown. */
  readonly isSampled: boolean
}

const EVERY = 1000
/** As many as a live tail shows of one second. */
const MOST = 500
/** A late event is still seen when it is no later than this. */
const LATEST = 30_000

/** New events as they come, an update a second, until `signal`: the search asked again and again, as `aws logs tail --follow` does. */
export async function* liveTail(logs: LogsClient, question: TailQuestion, signal: AbortSignal): AsyncGenerator<TailUpdate> {
  const seen = new Map<string, Millis>()
  let newest = question.since
  for (;;) {
    const from = Math.max(question.since, newest - LATEST)
    const pages = await Promise.all(question.groups.map((group) => newEvents(logs, question, { group, from, seen }, signal)))
    const events = pages.flat().toSorted((left, right) => left.timestamp - right.timestamp)
    for (const { eventId, timestamp } of events) {
      seen.set(eventId, timestamp)
      newest = Math.max(newest, timestamp)
    }
    for (const [id, timestamp] of seen) if (timestamp < newest - LATEST) seen.delete(id)
    yield { events: events.slice(-MOST), isSampled: events.length > MOST }
    await pause(EVERY, signal)
  }
}

type Asked = { readonly group: string; readonly from: Millis; readonly seen: ReadonlyMap<string, Millis> }

async function newEvents(
  logs: LogsClient,
  { streams, pattern }: TailQuestion,
  { group, from, seen }: Asked,
  signal: AbortSignal,
): Promise<readonly TailEvent[]> {
  const found: TailEvent[] = []
  const input = {
    logGroupName: group,
    startTime: from,
    ...(streams.length === 0 ? {} : { logStreamNames: streams }),
    ...(pattern.trim() === '' ? {} : { filterPattern: pattern }),
  }
  for await (const page of logs.filterAll(input, signal))
    for (const event of page) if (!seen.has(event.eventId)) found.push({ ...event, logGroupName: group })
  return found
}
