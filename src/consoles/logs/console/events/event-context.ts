import type { LogsClient, OutputLogEvent } from '#clients/cloudwatch-logs.ts'
import type { Millis } from '#lib/time.ts'

/** One event of a stream, as a link names it. */
export type Around = { readonly timestamp: Millis; readonly eventId: string }

export const readAround = (query: URLSearchParams): Around | undefined => {
  const timestamp = query.get('around') ?? ''
  const eventId = query.get('event')
  return /^\d{1,15}$/.test(timestamp) && eventId !== null ? { timestamp: Number(timestamp), eventId } : undefined
}

export const writeAround = ({ timestamp, eventId }: Around) => ({ around: String(timestamp), event: eventId })

type Context = {
  readonly events: readonly OutputLogEvent[]
  /** The place of the event itself; undefined where the stream has it no more. */
  readonly at: number | undefined
  readonly older: string | undefined
  readonly newer: string
}

/** As many on either side. */
const BESIDE = 50

/** What a stream says before and after one of its events. */
export async function readContext(
  logs: LogsClient,
  { group, stream, around }: { readonly group: string; readonly stream: string; readonly around: Around },
  signal: AbortSignal,
): Promise<Context> {
  const { timestamp, eventId } = around
  const place = { logGroupName: group, logStreamName: stream }
  // GetLogEvents tells no ids: of several at one moment, the search says which it is
  const { events: same } = await logs.filterLogEvents(
    { logGroupName: group, logStreamNames: [stream], startTime: timestamp, endTime: timestamp },
    signal,
  )
  const [before, behind] = await Promise.all([
    logs.getLogEvents({ ...place, endTime: timestamp, startFromHead: false, limit: BESIDE }, signal),
    logs.getLogEvents({ ...place, startTime: timestamp, startFromHead: true, limit: same.length + BESIDE }, signal),
  ])
  const index = same.findIndex((event) => event.eventId === eventId)
  return {
    events: [...before.events, ...behind.events],
    at: index < 0 ? undefined : before.events.length + index,
    older: before.events.length === 0 ? undefined : before.nextBackwardToken,
    newer: behind.nextForwardToken,
  }
}
