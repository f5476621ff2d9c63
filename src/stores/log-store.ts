import type { Millis } from '#lib/time.ts'

export type LogEvent = { readonly timestamp: Millis; readonly message: string }

export type LogStream = {
  readonly name: string
  readonly createdAt: Millis
  readonly firstEventTimestamp?: Millis
  readonly lastEventTimestamp?: Millis
  readonly lastIngestionTime?: Millis
}

export type LogGroupClass = 'STANDARD' | 'INFREQUENT_ACCESS' | 'ESSENTIALS' | 'DELIVERY'

/**
 * One group's events in columns. A row is a number, 0 to size - 1, in order of timestamp, equal ones by arrival;
 * an append may renumber the rows, so nobody keeps a row number across one. `eventId` stays.
 */
export class LogGroup {
  readonly name: string
  readonly createdAt: Millis
  readonly logGroupClass: LogGroupClass
  retentionInDays: number | undefined
  private readonly streamsByName = new Map<string, LogStream>()
  private readonly timestamps: number[] = []
  private readonly ingestionTimes: number[] = []
  private readonly streamNames: string[] = []
  private readonly messages: string[] = []
  private order: number[] | undefined
  private bytes = 0

  constructor(name: string, createdAt: Millis, logGroupClass: LogGroupClass = 'STANDARD') {
    this.name = name
    this.createdAt = createdAt
    this.logGroupClass = logGroupClass
  }

  get size(): number {
    return this.timestamps.length
  }

  /** UTF-8 bytes of the messages and 26 an event, as CloudWatch counts. */
  get storedBytes(): number {
    return this.bytes
  }

  get streams(): ReadonlyMap<string, LogStream> {
    return this.streamsByName
  }

  createStream(name: string, createdAt: Millis): LogStream {
    const stream = { name, createdAt }
    this.streamsByName.set(name, stream)
    return stream
  }

  deleteStream(name: string): void {
    this.streamsByName.delete(name)
    for (let at = this.size - 1; at >= 0; at--) {
      if (this.streamNames[at] !== name) continue
      for (const column of [this.timestamps, this.ingestionTimes]) column.splice(at, 1)
      for (const column of [this.streamNames, this.messages]) column.splice(at, 1)
    }
    this.order = undefined
  }

  /** Events in any order; the stream is made when it is not there. */
  append(stream: string, events: readonly LogEvent[], ingestionTime: Millis): void {
    const known = this.streamsByName.get(stream) ?? this.createStream(stream, ingestionTime)
    let first = known.firstEventTimestamp ?? Infinity
    let last = known.lastEventTimestamp ?? -Infinity
    for (const event of events) {
      this.timestamps.push(event.timestamp)
      this.ingestionTimes.push(ingestionTime)
      this.streamNames.push(stream)
      this.messages.push(event.message)
      this.bytes += event.message.length + 26
      first = Math.min(first, event.timestamp)
      last = Math.max(last, event.timestamp)
    }
    this.order = undefined
    if (events.length > 0)
      this.streamsByName.set(stream, { ...known, firstEventTimestamp: first, lastEventTimestamp: last, lastIngestionTime: ingestionTime })
  }

  /** The first row whose timestamp is not below `timestamp`; `size` when there is none. */
  lowerBound(timestamp: Millis): number {
    let low = 0
    let high = this.size
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.timestamp(middle) < timestamp) low = middle + 1
      else high = middle
    }
    return low
  }

  timestamp(row: number): Millis {
    return this.timestamps[this.physical(row)] ?? 0
  }

  ingestionTime(row: number): Millis {
    return this.ingestionTimes[this.physical(row)] ?? 0
  }

  stream(row: number): string {
    return this.streamNames[this.physical(row)] ?? ''
  }

  message(row: number): string {
    return this.messages[this.physical(row)] ?? ''
  }

  /** 56 digits, as CloudWatch's event ids; the same event keeps its id. */
  eventId(row: number): string {
    return `${this.timestamp(row).toString().padStart(20, '3')}${this.physical(row).toString().padStart(36, '0')}`
  }

  private physical(row: number): number {
    this.order ??= Array.from(this.timestamps.keys()).sort(
      (left, right) => (this.timestamps[left] ?? 0) - (this.timestamps[right] ?? 0) || left - right,
    )
    return this.order[row] ?? 0
  }
}

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
