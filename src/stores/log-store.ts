import type { Millis } from '#lib/time.ts'
import { FieldIndexes } from './field-indexes.ts'
import type { ByteText } from '#lib/byte-search/byte-text.ts'
import { LogColumns } from './log-columns.ts'
import { LogMasking } from './log-masking.ts'

export type LogEvent = { readonly timestamp: Millis; readonly message: string }

export type LogStream = {
  readonly name: string
  readonly createdAt: Millis
  readonly firstEventTimestamp?: Millis
  readonly lastEventTimestamp?: Millis
  readonly lastIngestionTime?: Millis
}

type AppendListener = (stream: string, events: readonly LogEvent[], ingestionTime: Millis) => void

type StreamState = { -readonly [Member in keyof LogStream]: LogStream[Member] }

export type LogGroupClass = 'STANDARD' | 'INFREQUENT_ACCESS' | 'ESSENTIALS' | 'DELIVERY'

/**
 * One group's events in columns. A row is a number, 0 to size - 1, in order of timestamp, equal ones by arrival;
 * an append may renumber the rows, so nobody keeps a row number across one without asking `revision`. `eventId` stays.
 */
export class LogGroup {
  readonly name: string
  readonly createdAt: Millis
  readonly logGroupClass: LogGroupClass
  retentionInDays: number | undefined
  /** What its data protection policies hide of its events. */
  readonly masking = new LogMasking()
  readonly fieldIndexes = new FieldIndexes()
  private readonly streamsByName = new Map<string, StreamState>()
  private readonly streamCodes = new Map<string, number>()
  private readonly streamNames: string[] = []
  private readonly columns = new LogColumns()
  private readonly listeners = new Set<AppendListener>()

  constructor(name: string, createdAt: Millis, logGroupClass: LogGroupClass = 'STANDARD') {
    this.name = name
    this.createdAt = createdAt
    this.logGroupClass = logGroupClass
  }

  get size(): number {
    return this.columns.size
  }

  /** UTF-8 bytes of the messages and 26 an event, as CloudWatch counts. */
  get storedBytes(): number {
    return this.columns.storedBytes
  }

  /** About how many bytes of memory the events take here. */
  get heldBytes(): number {
    return this.columns.heldBytes
  }

  /** Changes whenever rows that were there got other numbers; appends in order of time leave it alone. */
  get revision(): number {
    return this.columns.revision
  }

  get streams(): ReadonlyMap<string, LogStream> {
    return this.streamsByName
  }

  createStream(name: string, createdAt: Millis): LogStream {
    return this.makeStream(name, createdAt)
  }

  deleteStream(name: string): void {
    const code = this.streamCodes.get(name)
    this.streamsByName.delete(name)
    if (code !== undefined) this.columns.retain((row) => this.columns.stream(row) !== code)
  }

  /** Events in any order; the stream is made when it is not there. */
  append(stream: string, events: readonly LogEvent[], ingestionTime: Millis): void {
    const state = this.streamsByName.get(stream) ?? this.makeStream(stream, ingestionTime)
    if (events.length === 0) return
    const code = this.streamCode(stream)
    let first = state.firstEventTimestamp ?? Infinity
    let last = state.lastEventTimestamp ?? -Infinity
    for (const { timestamp, message } of events) {
      this.columns.append(code, timestamp, ingestionTime, message)
      first = Math.min(first, timestamp)
      last = Math.max(last, timestamp)
    }
    for (const listener of this.listeners) listener(stream, events, ingestionTime)
    state.firstEventTimestamp = first
    state.lastEventTimestamp = last
    state.lastIngestionTime = ingestionTime
  }

  /** One event whose message is UTF-8 already. */
  appendBytes(stream: string, timestamp: Millis, message: Uint8Array, ingestionTime: Millis): void {
    const state = this.streamsByName.get(stream) ?? this.makeStream(stream, ingestionTime)
    this.columns.appendBytes(this.streamCode(stream), timestamp, ingestionTime, message)
    state.firstEventTimestamp = Math.min(state.firstEventTimestamp ?? Infinity, timestamp)
    state.lastEventTimestamp = Math.max(state.lastEventTimestamp ?? -Infinity, timestamp)
    state.lastIngestionTime = ingestionTime
  }

  /** The messages as bytes, and where a row's lies in them. */
  get messages(): ByteText {
    return this.columns.messages
  }

  messageStart(row: number): number {
    return this.columns.messageStart(row)
  }

  messageEnd(row: number): number {
    return this.columns.messageEnd(row)
  }

  /** Tells what is appended from now on; gives the way to stop. */
  listen(listener: AppendListener): () => void {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  /** The first row whose timestamp is not below `timestamp`; `size` when there is none. */
  lowerBound(timestamp: Millis): number {
    let low = 0
    let high = this.size
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.columns.timestamp(middle) < timestamp) low = middle + 1
      else high = middle
    }
    return low
  }

  /** Of each row; longer than there are rows, and valid until the next append. */
  get timestamps(): Float64Array {
    return this.columns.allTimestamps
  }

  timestamp(row: number): Millis {
    return this.columns.timestamp(row)
  }

  ingestionTime(row: number): Millis {
    return this.columns.ingestionTime(row)
  }

  stream(row: number): string {
    return this.streamNames[this.columns.stream(row)] ?? ''
  }

  message(row: number): string {
    return this.columns.message(row)
  }

  /** The text as it is read by whoever does not ask for what a data protection policy hides. */
  shownMessage(row: number): string {
    return this.masking.isUnused ? this.columns.message(row) : this.masking.shown(this.columns.message(row), this.columns.arrival(row))
  }

  /** The event's number in order of arrival; it stays. */
  arrival(row: number): number {
    return this.columns.arrival(row)
  }

  /** The number that the next event will have. */
  get nextArrival(): number {
    return this.columns.nextArrival
  }

  /** 56 digits, as CloudWatch's event ids; the same event keeps its id. */
  eventId(row: number): string {
    return eventIdOf(this.timestamp(row), this.columns.arrival(row))
  }

  /** The row that has this event id now. */
  rowOf(eventId: string): number | undefined {
    if (!/^\d{56}$/.test(eventId)) return undefined
    const timestamp = timestampOf(eventId)
    for (let row = this.lowerBound(timestamp); row < this.size && this.timestamp(row) === timestamp; row++) {
      if (this.eventId(row) === eventId) return row
    }
    return undefined
  }

  private makeStream(name: string, createdAt: Millis): StreamState {
    const stream: StreamState = { name, createdAt }
    this.streamsByName.set(name, stream)
    return stream
  }

  private streamCode(name: string): number {
    const known = this.streamCodes.get(name)
    if (known !== undefined) return known
    this.streamCodes.set(name, this.streamNames.length)
    return this.streamNames.push(name) - 1
  }
}

/** The id of an event by its time and its number in order of arrival. */
export const eventIdOf = (timestamp: Millis, arrival: number): string =>
  `3${timestamp.toString().padStart(19, '0')}${arrival.toString().padStart(36, '0')}`

const timestampOf = (eventId: string): Millis => Number(eventId.slice(1, 20))

/** Every log group of one account. */
export class LogStore {
  private readonly byName = new Map<string, LogGroup>()

  createGroup(name: string, createdAt: Millis, logGroupClass?: LogGroupClass): LogGroup {
    const group = new LogGroup(name, createdAt, logGroupClass)
    this.byName.set(name, group)
    return group
  }

  deleteGroup(name: string): boolean {
    return this.byName.delete(name)
  }

  group(name: string): LogGroup | undefined {
    return this.byName.get(name)
  }

  /** By name, in code unit order. */
  groups(): readonly LogGroup[] {
    return [...this.byName.values()].sort((left, right) => (left.name < right.name ? -1 : 1))
  }
}
