import { compilePattern, type Pattern } from '#engines/filter-pattern/index.ts'
import type { LogGroup } from '#stores/log-store.ts'
import { invalidParameter, invalidToken } from '../api-error.ts'
import { positionOf, rowAt, type Position } from '../paging/event-cursor.ts'
import { filterRefusal } from '../filter-refusal.ts'
import { boolean, eventsLimit, filterPattern, logGroupIdentifier, logGroupName, logStreamName, nextToken, timestamp } from '../members.ts'
import { operation } from '../operation.ts'
import { decodeToken, encodeToken } from '../paging/paging.ts'
import { chooseGroup, requireStream } from '../resource-name.ts'

const ROWS_A_PAGE = 20_000
const BYTES_A_PAGE = 4_000_000
const PAGE_BYTES = 1_048_576
/** 2024-01-01: before it only reading from the head is offered. */
const FIRST_TAIL_START = 1_704_067_200_000

const filterLogEvents = operation(
  'FilterLogEvents',
  {
    logGroupName,
    logGroupIdentifier,
    logStreamNames: { type: 'list', min: 1, max: 100, of: logStreamName },
    logStreamNamePrefix: logStreamName,
    startTime: timestamp,
    endTime: timestamp,
    filterPattern,
    nextToken,
    limit: eventsLimit,
    interleaved: boolean,
    startFromHead: boolean,
    unmask: boolean,
  },
  (input, context) => {
    const group = chooseGroup(context, input)
    if (input.logStreamNames && input.logStreamNamePrefix !== undefined)
      throw invalidParameter('LogStreamNames and LogStreamNamePrefix are mutually exclusive parameters.')
    for (const name of input.logStreamNames ?? []) requireStream(group, name)
    if (input.startFromHead === false && (input.startTime ?? 0) < FIRST_TAIL_START)
      throw invalidParameter('startFromHead=false needs a startTime of 2024-01-01 or later.')
    const pattern = compileFilter(input.filterPattern ?? '')
    const window = { start: input.startTime ?? 0, end: input.endTime ?? Number.MAX_SAFE_INTEGER }
    const binding = ['FilterLogEvents', group.name, input.logStreamNames, input.logStreamNamePrefix, window, input.filterPattern]
    const token = input.nextToken === undefined ? undefined : readToken(decodeToken(binding, input.nextToken))
    const isFromHead = token?.isFromHead ?? input.startFromHead ?? true
    const messageOf = input.unmask ? (row: number) => group.message(row) : (row: number) => group.shownMessage(row)
    const isWanted = streamTest(input.logStreamNames, input.logStreamNamePrefix)
    const range = rowRange(group, window, token?.position, isFromHead)
    const { rows, next } = scanRows({ group, messageOf, isWanted, pattern, limit: input.limit ?? 10000 }, range, isFromHead)
    const position = next === undefined ? endPosition(group, rows, range, isFromHead) : positionOf(group, everyRow, next)
    return {
      events: rows.map((row) => eventAt(group, row, messageOf(row))),
      searchedLogStreams: [],
      nextToken: position && encodeToken(binding, writeToken({ isFromHead, position })),
    }
  },
)

/** `end` is inclusive here. */
type TimeWindow = { readonly start: number; readonly end: number }
type Scan = {
  readonly group: LogGroup
  /** What the reader sees of an event: the pattern is held against that. */
  readonly messageOf: (row: number) => string
  readonly isWanted: (stream: string) => boolean
  readonly pattern: Pattern
  readonly limit: number
}
/** Rows still to read, `to` exclusive. */
type RowRange = { readonly from: number; readonly to: number }
/** `next` is the first row not read, in the order of reading; nothing when all were. */
type Scanned = { readonly rows: readonly number[]; readonly next: number | undefined }

const everyRow = (): boolean => true

function compileFilter(text: string): Pattern {
  const compiled = compilePattern(text)
  if ('diagnostics' in compiled) throw invalidParameter(filterRefusal(compiled.diagnostics))
  return compiled.value
}

function streamTest(names: readonly string[] | undefined, prefix: string | undefined): (stream: string) => boolean {
  if (names) return (stream) => names.includes(stream)
  return prefix === undefined ? () => true : (stream) => stream.startsWith(prefix)
}

/** The position from a token is the first event not yet read. */
function rowRange(group: LogGroup, window: TimeWindow, from: Position | 'end' | undefined, isFromHead: boolean): RowRange {
  const begin = group.lowerBound(window.start)
  const end = group.lowerBound(window.end + 1)
  if (from === 'end') return { from: begin, to: begin }
  if (from === undefined) return { from: begin, to: end }
  const at = rowAt(group, everyRow, from)
  return isFromHead ? { from: Math.max(begin, at), to: end } : { from: begin, to: Math.min(end, at + 1) }
}

/** Reads on until the page is full, or long enough: whoever waits learns how far it is and can stop. */
function scanRows(scan: Scan, range: RowRange, isFromHead: boolean): Scanned {
  const rows: number[] = []
  let foundBytes = 0
  let readBytes = 0
  for (let read = 0; read < range.to - range.from; read++) {
    const row = isFromHead ? range.from + read : range.to - 1 - read
    const isFull = rows.length >= scan.limit || foundBytes >= PAGE_BYTES
    if (isFull || read >= ROWS_A_PAGE || readBytes >= BYTES_A_PAGE) return { rows, next: row }
    const message = scan.messageOf(row)
    readBytes += message.length
    if (!scan.isWanted(scan.group.stream(row)) || !scan.pattern.test(message)) continue
    rows.push(row)
    foundBytes += message.length
  }
  return { rows, next: undefined }
}

/** With the last events comes a token all the same; only an empty page has none. */
function endPosition(group: LogGroup, rows: readonly number[], range: RowRange, isFromHead: boolean): Position | 'end' | undefined {
  if (rows.length === 0) return undefined
  if (!isFromHead) return 'end'
  const last = positionOf(group, everyRow, range.to - 1)
  return { ...last, ordinal: last.ordinal + 1 }
}

/** Which way the first request went: the later ones go on so, whatever they say. */
type Token = { readonly isFromHead: boolean; readonly position: Position | 'end' }

const writeToken = ({ isFromHead, position }: Token): string =>
  `${isFromHead ? 'f' : 'b'}${position === 'end' ? position : `${position.timestamp}.${position.ordinal}`}`

function readToken(text = ''): Token {
  const match = /^([fb])(?:end|(\d+)\.(\d+))$/.exec(text)
  if (!match) throw invalidToken()
  const position = match[2] === undefined ? 'end' : { timestamp: Number(match[2]), ordinal: Number(match[3]) }
  return { isFromHead: match[1] === 'f', position }
}

const eventAt = (group: LogGroup, row: number, message: string) => ({
  logStreamName: group.stream(row),
  timestamp: group.timestamp(row),
  message,
  ingestionTime: group.ingestionTime(row),
  eventId: group.eventId(row),
})

export const filterLogEventsOperations = [filterLogEvents]
