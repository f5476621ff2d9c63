import type { StreamedEvent } from '#lib/operation/event-stream.ts'
import { ApiError } from '#lib/operation/api-error.ts'
import { HOUR, SECOND, type Millis } from '#lib/time.ts'
import type { LogEvent, LogGroup } from '#stores/log-store.ts'
import type { LogsContext } from '../context.ts'
import { groupArn } from '../resource-name.ts'

/** What a session is told once, and which events it follows. */
export type SessionRequest = {
  readonly start: Readonly<Record<string, unknown>>
  readonly groups: readonly LogGroup[]
  accepts(stream: string, message: string): boolean
}

type Result = {
  readonly logStreamName: string
  readonly logGroupIdentifier: string
  readonly message: string
  readonly timestamp: Millis
  readonly ingestionTime: Millis
}

const MOST_IN_UPDATE = 500
const MOST_WAITING = 5000
const LONGEST = 3 * HOUR

/** One update a second of the account's clock: what arrived since the last, nothing where nothing did. */
export async function* runSession(
  context: LogsContext,
  { start, groups, accepts }: SessionRequest,
  stop: AbortSignal,
): AsyncGenerator<StreamedEvent, void> {
  const waiting = new Waiting()
  const wanted = ({ logStreamName, message }: Result): boolean => accepts(logStreamName, message)
  const leave = groups.map((group) =>
    group.listen((stream, events, at) => waiting.add(resultsOf(context, group, { stream, events, at }).filter(wanted))),
  )
  try {
    yield { type: 'sessionStart', payload: start }
    const end = context.clock.now() + LONGEST
    let next = context.clock.now() + SECOND
    while (!stop.aborted) {
      await context.pause(Math.max(0, Math.min(SECOND, next - context.clock.now())), stop)
      if (stop.aborted || !(await context.passTime())) return
      const now = context.clock.now()
      if (now >= end) throw new ApiError('SessionTimeoutException', 'The Live Tail session has timed out after three hours.')
      if (now < next) continue
      next = now - next < SECOND ? next + SECOND : now + SECOND
      yield { type: 'sessionUpdate', payload: waiting.take() }
    }
  } finally {
    for (const end of leave) end()
  }
}

type Arrived = { readonly stream: string; readonly events: readonly LogEvent[]; readonly at: Millis }

/** As they are shown: a session has no way to ask for what a policy hides. */
function resultsOf(context: LogsContext, group: LogGroup, { stream, events, at }: Arrived): readonly Result[] {
  const mask = group.masking.policy?.mask
  return events.map(({ timestamp, message }) => ({
    logStreamName: stream,
    logGroupIdentifier: groupArn(context, group.name),
    message: mask === undefined ? message : mask(message),
    timestamp,
    ingestionTime: at,
  }))
}

/** Events that no update has taken yet; the oldest go when nobody reads. */
class Waiting {
  private results: Result[] = []

  add(results: readonly Result[]): void {
    for (const result of results) this.results.push(result)
    if (this.results.length > MOST_WAITING) this.results = this.results.slice(-MOST_WAITING)
  }

  /** A sample where they are too many, evenly over all of them. */
  take(): Readonly<Record<string, unknown>> {
    const { results } = this
    this.results = []
    const sampled = results.length > MOST_IN_UPDATE
    const step = results.length / MOST_IN_UPDATE
    const sessionResults = sampled ? Array.from({ length: MOST_IN_UPDATE }, (_, at) => results[Math.floor(at * step)]) : results
    return { sessionMetadata: { sampled }, sessionResults }
  }
}
