import { utf8Length } from '#lib/utf8.ts'
import type { Millis } from '#lib/time.ts'

/** What CloudWatch adds to an event's text when it counts bytes. */
const EVENT_OVERHEAD = 26
/** A string's header and its reference, as V8 holds them. */
const STRING_OVERHEAD = 20
const FIRST_CAPACITY = 64

/**
 * Events as columns, in order of timestamp, equal ones by arrival. Appends in order cost nothing more;
 * what comes out of order is merged in at the next read, which renumbers the rows behind it.
 */
export class LogColumns {
  private timestamps = new Float64Array(FIRST_CAPACITY)
  private ingestionTimes = new Float64Array(FIRST_CAPACITY)
  private streams = new Uint32Array(FIRST_CAPACITY)
  /** The event's number in order of arrival; absent while that is the row. */
  private arrivals: Uint32Array | undefined
  private messages: string[] = []
  private arrived = 0
  private count = 0
  private sortedTo = 0
  private renumberings = 0
  private bytes = 0
  private textBytes = 0

  get size(): number {
    return this.count
  }

  get storedBytes(): number {
    return this.bytes
  }

  /** Changes when rows that were there got other numbers. */
  get revision(): number {
    this.settle()
    return this.renumberings
  }

  get heldBytes(): number {
    const columns = this.timestamps.byteLength + this.ingestionTimes.byteLength + this.streams.byteLength + (this.arrivals?.byteLength ?? 0)
    return columns + this.textBytes + this.count * STRING_OVERHEAD
  }

  append(stream: number, timestamp: Millis, ingestionTime: Millis, message: string): void {
    const row = this.count
    if (row === this.timestamps.length) this.grow(row * 2)
    this.timestamps[row] = timestamp
    this.ingestionTimes[row] = ingestionTime
    this.streams[row] = stream
    if (this.arrivals !== undefined) this.arrivals[row] = this.arrived
    this.messages.push(message)
    this.arrived++
    this.count++
    this.countBytes(message, 1)
    if (this.sortedTo === row && (row === 0 || timestamp >= (this.timestamps[row - 1] ?? 0))) this.sortedTo = this.count
  }

  timestamp(row: number): Millis {
    if (this.sortedTo !== this.count) this.settle()
    return this.timestamps[row] ?? 0
  }

  ingestionTime(row: number): Millis {
    if (this.sortedTo !== this.count) this.settle()
    return this.ingestionTimes[row] ?? 0
  }

  stream(row: number): number {
    if (this.sortedTo !== this.count) this.settle()
    return this.streams[row] ?? 0
  }

  message(row: number): string {
    if (this.sortedTo !== this.count) this.settle()
    return this.messages[row] ?? ''
  }

  arrival(row: number): number {
    if (this.sortedTo !== this.count) this.settle()
    return this.arrivals === undefined ? row : (this.arrivals[row] ?? 0)
  }

  /** Drops the events for which `keep` is false; those that stay keep their arrival numbers. */
  retain(keep: (row: number) => boolean): void {
    this.settle()
    const arrivals = this.explicitArrivals()
    let kept = 0
    for (let row = 0; row < this.count; row++) {
      if (!keep(row)) {
        this.countBytes(this.messages[row] ?? '', -1)
        continue
      }
      this.timestamps[kept] = this.timestamps[row] ?? 0
      this.ingestionTimes[kept] = this.ingestionTimes[row] ?? 0
      this.streams[kept] = this.streams[row] ?? 0
      arrivals[kept] = arrivals[row] ?? 0
      this.messages[kept] = this.messages[row] ?? ''
      kept++
    }
    this.messages.length = kept
    this.count = kept
    this.sortedTo = kept
    this.renumberings++
  }

  private countBytes(message: string, sign: 1 | -1): void {
    const length = utf8Length(message)
    this.bytes += sign * (length + EVENT_OVERHEAD)
    // a text with letters beyond ASCII takes two bytes a unit
    this.textBytes += sign * (length === message.length ? length : message.length * 2)
  }

  private grow(capacity: number): void {
    const grown = <T extends Float64Array | Uint32Array>(into: T, from: T): T => {
      into.set(from)
      return into
    }
    this.timestamps = grown(new Float64Array(capacity), this.timestamps)
    this.ingestionTimes = grown(new Float64Array(capacity), this.ingestionTimes)
    this.streams = grown(new Uint32Array(capacity), this.streams)
    if (this.arrivals !== undefined) this.arrivals = grown(new Uint32Array(capacity), this.arrivals)
  }

  private explicitArrivals(): Uint32Array {
    if (this.arrivals !== undefined) return this.arrivals
    const arrivals = new Uint32Array(this.timestamps.length)
    for (let row = 0; row < this.count; row++) arrivals[row] = row
    this.arrivals = arrivals
    return arrivals
  }

  /** Merges what arrived out of order into its place. */
  private settle(): void {
    if (this.sortedTo === this.count) return
    const tail = sortedRows(this.timestamps, this.sortedTo, this.count)
    const earliest = this.timestamps[tail[0] ?? 0] ?? 0
    let from = this.sortedTo
    while (from > 0 && (this.timestamps[from - 1] ?? 0) > earliest) from--
    if (from < this.sortedTo) this.renumberings++
    const order = new Uint32Array(this.count - from)
    mergeInto(order, this.timestamps, range(from, this.sortedTo), tail)
    this.permute(from, order)
    this.sortedTo = this.count
  }

  private permute(from: number, order: Uint32Array): void {
    const arrivals = this.explicitArrivals()
    this.timestamps.set(
      Float64Array.from(order, (row) => this.timestamps[row] ?? 0),
      from,
    )
    this.ingestionTimes.set(
      Float64Array.from(order, (row) => this.ingestionTimes[row] ?? 0),
      from,
    )
    this.streams.set(
      Uint32Array.from(order, (row) => this.streams[row] ?? 0),
      from,
    )
    arrivals.set(
      Uint32Array.from(order, (row) => arrivals[row] ?? 0),
      from,
    )
    const messages = Array.from(order, (row) => this.messages[row] ?? '')
    for (let at = 0; at < messages.length; at++) this.messages[from + at] = messages[at] ?? ''
  }
}

function range(from: number, to: number): Uint32Array<ArrayBuffer> {
  const rows = new Uint32Array(to - from)
  for (let at = 0; at < rows.length; at++) rows[at] = from + at
  return rows
}

/** A natural merge sort: batches come in order, so runs are long and few. */
function sortedRows(timestamps: Float64Array, from: number, to: number): Uint32Array {
  let runs: Uint32Array<ArrayBuffer>[] = []
  for (let start = from; start < to;) {
    let end = start + 1
    while (end < to && (timestamps[end] ?? 0) >= (timestamps[end - 1] ?? 0)) end++
    runs.push(range(start, end))
    start = end
  }
  while (runs.length > 1) {
    const merged: Uint32Array<ArrayBuffer>[] = []
    for (let at = 0; at < runs.length; at += 2) merged.push(mergePair(timestamps, runs[at], runs[at + 1]))
    runs = merged
  }
  return runs[0] ?? new Uint32Array(0)
}

function mergePair(timestamps: Float64Array, left = new Uint32Array(0), right = new Uint32Array(0)): Uint32Array<ArrayBuffer> {
  if (right.length === 0) return left
  const into = new Uint32Array(left.length + right.length)
  mergeInto(into, timestamps, left, right)
  return into
}

function mergeInto(into: Uint32Array, timestamps: Float64Array, left: Uint32Array, right: Uint32Array): void {
  let leftAt = 0
  let rightAt = 0
  for (let place = 0; place < into.length; place++) {
    const takesLeft =
      rightAt === right.length || (leftAt < left.length && (timestamps[left[leftAt] ?? 0] ?? 0) <= (timestamps[right[rightAt] ?? 0] ?? 0))
    into[place] = (takesLeft ? left[leftAt++] : right[rightAt++]) ?? 0
  }
}
