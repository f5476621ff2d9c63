import { DAY, HOUR, type Millis } from '#lib/time.ts'
import type { LogEvent, LogGroup } from '#stores/log-store.ts'
import { invalidParameter } from '../api-error.ts'
import { logGroupName, logStreamName, required, timestamp } from '../members.ts'
import { ingest } from '../ingest.ts'
import { operation } from '../operation.ts'
import { requireGroup, requireStream } from '../resource-name.ts'
import { sequenceToken } from './log-streams.ts'

const BYTES_AN_EVENT = 26
const LARGEST = 1_048_576
const OLDEST = 14 * DAY
const NEWEST = 2 * HOUR

const inputLogEvent = {
  type: 'structure',
  members: { timestamp: { ...timestamp, ...required }, message: { type: 'string', min: 1, required: true } },
} as const

const putLogEvents = operation(
  'PutLogEvents',
  {
    logGroupName: { ...logGroupName, ...required },
    logStreamName: { ...logStreamName, ...required },
    logEvents: { type: 'list', min: 1, max: 10000, of: inputLogEvent, required: true },
    sequenceToken: { type: 'string', min: 1 },
  },
  (input, context) => {
    const group = requireGroup(context, input.logGroupName)
    requireStream(group, input.logStreamName)
    checkSizes(input.logEvents)
    checkOrder(input.logEvents)
    const now = context.clock.now()
    const { accepted, rejected } = sift(input.logEvents, group, now)
    checkSpan(accepted)
    if (accepted.length > 0) ingest(context, { group, stream: input.logStreamName, events: accepted, at: now }, context)
    return { nextSequenceToken: sequenceToken(now), rejectedLogEventsInfo: rejected }
  },
)

function checkSizes(events: readonly LogEvent[]): void {
  const encoder = new TextEncoder()
  let total = 0
  for (const event of events) {
    const bytes = encoder.encode(event.message).length + BYTES_AN_EVENT
    if (bytes > LARGEST) throw invalidParameter(`Log event too large: ${bytes} bytes exceeds limit of ${LARGEST}`)
    total += bytes
  }
  if (total > LARGEST) throw invalidParameter(`Upload too large: ${total} bytes exceeds limit of ${LARGEST}`)
}

function checkOrder(events: readonly LogEvent[]): void {
  const isBroken = events.some((event, at) => event.timestamp < (events[at - 1]?.timestamp ?? 0))
  if (isBroken) throw invalidParameter('Log events in a single PutLogEvents request must be in chronological order.')
}

function checkSpan(accepted: readonly LogEvent[]): void {
  const span = (accepted.at(-1)?.timestamp ?? 0) - (accepted[0]?.timestamp ?? 0)
  if (span > DAY) throw invalidParameter('The batch of log events in a single PutLogEvents request cannot span more than 24 hours.')
}

/** Events are in order, so each kind of rejection is one run at an end of the batch. */
function sift(events: readonly LogEvent[], group: LogGroup, now: Millis) {
  const tooOld = events.filter((event) => event.timestamp < now - OLDEST).length
  const keep = group.retentionInDays === undefined ? Infinity : group.retentionInDays * DAY
  const expired = events.filter((event) => event.timestamp < now - keep).length
  const begin = Math.max(tooOld, expired)
  const end = events.length - events.filter((event) => event.timestamp > now + NEWEST).length
  const rejected = {
    tooNewLogEventStartIndex: end < events.length ? end : undefined,
    tooOldLogEventEndIndex: tooOld > 0 ? tooOld : undefined,
    expiredLogEventEndIndex: expired > tooOld ? expired : undefined,
  }
  const isWhole = begin === 0 && end === events.length
  return { accepted: events.slice(begin, end), rejected: isWhole ? undefined : rejected }
}

export const putLogEventsOperations = [putLogEvents]
