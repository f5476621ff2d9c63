import { hash } from '#lib/random.ts'
import type { LogGroup } from '#stores/log-store.ts'
import { invalidToken } from '../api-error.ts'
import { positionOf, rowAt, type Position } from '../paging/event-cursor.ts'
import { boolean, eventsLimit, logGroupIdentifier, logGroupName, logStreamName, nextToken, required, timestamp } from '../members.ts'
import { operation } from '../operation.ts'
import { chooseGroup, requireStream } from '../resource-name.ts'

const PAGE_BYTES = 1_048_576

const getLogEvents = operation(
  'GetLogEvents',
  {
    logGroupName,
    logGroupIdentifier,
    logStreamName: { ...logStreamName, ...required },
    startTime: timestamp,
    endTime: timestamp,
    nextToken,
    limit: eventsLimit,
    startFromHead: boolean,
    unmask: boolean,
  },
  (input, context) => {
    const group = chooseGroup(context, input)
    requireStream(group, input.logStreamName)
    const owner = `${group.name}:${input.logStreamName}`
    const token = input.nextToken === undefined ? undefined : readToken(input.nextToken, owner)
    const window = { group, stream: input.logStreamName, start: input.startTime ?? 0, end: input.endTime ?? Number.MAX_SAFE_INTEGER }
    const isForward = token ? token.isForward : (input.startFromHead ?? false)
    const from = token?.position ?? { timestamp: isForward ? window.start : window.end, ordinal: 0 }
    const rows = isForward ? rowsBehind(window, from, input.limit ?? 10000) : rowsBefore(window, from, input.limit ?? 10000)
    return { events: rows.map((row) => eventAt(group, row, input.unmask === true)), ...tokens(window, owner, rows, from, token) }
  },
)

type Window = { readonly group: LogGroup; readonly stream: string; readonly start: number; readonly end: number }
type Token = { readonly isForward: boolean; readonly position: Position; readonly isAtEnd: boolean }

const eventAt = (group: LogGroup, row: number, isUnmasked: boolean) => ({
  timestamp: group.timestamp(row),
  message: isUnmasked ? group.message(row) : group.shownMessage(row),
  ingestionTime: group.ingestionTime(row),
})

const accepts = (window: Window) => (row: number) => window.group.stream(row) === window.stream

/** Ascending, from a position on. */
function rowsBehind(window: Window, from: Position, limit: number): readonly number[] {
  const { group } = window
  const rows: number[] = []
  let bytes = 0
  const begin = Math.max(rowAt(group, accepts(window), from), group.lowerBound(window.start))
  for (let row = begin; row < group.size && group.timestamp(row) < window.end && rows.length < limit && bytes < PAGE_BYTES; row++) {
    if (group.stream(row) !== window.stream) continue
    rows.push(row)
    bytes += group.message(row).length
  }
  return rows
}

/** The last ones before a position, ascending all the same. */
function rowsBefore(window: Window, from: Position, limit: number): readonly number[] {
  const { group } = window
  const rows: number[] = []
  let bytes = 0
  const begin = Math.min(rowAt(group, accepts(window), from), group.lowerBound(window.end)) - 1
  for (let row = begin; row >= 0 && group.timestamp(row) >= window.start && rows.length < limit && bytes < PAGE_BYTES; row--) {
    if (group.stream(row) !== window.stream) continue
    rows.push(row)
    bytes += group.message(row).length
  }
  return rows.reverse()
}

/** Both tokens, always. Behind the last event comes one empty page with a new token, which then repeats itself. */
function tokens(window: Window, owner: string, rows: readonly number[], from: Position, token: Token | undefined) {
  const [first, last] = [rows[0], rows.at(-1)]
  const head = first === undefined ? from : positionOf(window.group, accepts(window), first)
  const end = last === undefined ? undefined : positionOf(window.group, accepts(window), last)
  const tail = end === undefined ? from : { ...end, ordinal: end.ordinal + 1 }
  const isEmptyPage = token !== undefined && rows.length === 0
  const forward = { isForward: true, position: tail, isAtEnd: isEmptyPage && token.isForward }
  const backward = { isForward: false, position: head, isAtEnd: isEmptyPage && !token.isForward }
  return { nextForwardToken: writeToken(forward, owner), nextBackwardToken: writeToken(backward, owner) }
}

/** `f/<56 digits>/s`: 3, ten digits of whose token it is, sixteen of the time, twenty-eight of the ordinal, one for the empty page. */
function writeToken(token: Token, owner: string): string {
  const { timestamp: time, ordinal } = token.position
  const digits = `3${digitsOf(hash(owner), 10)}${digitsOf(time, 16)}${digitsOf(ordinal, 28)}${token.isAtEnd ? 1 : 0}`
  return `${token.isForward ? 'f' : 'b'}/${digits}/s`
}

const digitsOf = (value: number, width: number): string => value.toString().padStart(width, '0')

function readToken(text: string, owner: string): Token {
  const match = /^([fb])\/3(\d{10})(\d{16})(\d{28})([01])\/s$/.exec(text)
  if (!match || match[2] !== digitsOf(hash(owner), 10)) throw invalidToken()
  return {
    isForward: match[1] === 'f',
    position: { timestamp: Number(match[3]), ordinal: Number(match[4]) },
    isAtEnd: match[5] === '1',
  }
}

export const getLogEventsOperations = [getLogEvents]
