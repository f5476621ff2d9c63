import { utf8Length } from '#lib/text/utf8.ts'
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

  get nextArrival(): number {
    return this.arrived
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
    const rows = range(from, this.count)
    rows.set(tail, this.sortedTo - from)
    const order = new Uint32Array(rows.length)
    mergeRuns(order, rows, this.timestamps, { start: 0, middle: this.sortedTo - from, end: rows.length })
    this.permute(from, order)
    this.sortedTo = this.count
  }

  private permute(from: number, order: Uint32Array): void {
    putInOrder(this.timestamps, order, from)
    putInOrder(this.ingestionTimes, order, from)
    putInOrder(this.streams, order, from)
    putInOrder(this.explicitArrivals(), order, from)
    const { messages } = this
    const moved = messages.slice(from)
    for (let at = 0; at < order.length; at++) messages[from + at] = moved[(order[at] ?? 0) - from] ?? ''
  }
}

/** The rows from `from` on as `order` lists them. Plain loops: an iterator for each of a million rows is what one waits for. */
function putInOrder(column: Float64Array | Uint32Array, order: Uint32Array, from: number): void {
  const moved = column.slice(from, from + order.length)
  for (let at = 0; at < order.length; at++) column[from + at] = moved[(order[at] ?? 0) - from] ?? 0
}

function range(from: number, to: number): Uint32Array<ArrayBuffer> {
  const rows = new Uint32Array(to - from)
  for (let at = 0; at < rows.length; at++) rows[at] = from + at
  return rows
}

/** A natural merge sort: batches come in order, so runs are long and few. */
function sortedRows(timestamps: Float64Array, from: number, to: number): Uint32Array {
  let rows = range(from, to)
  let merged = new Uint32Array(rows.length)
  let bounds = runBounds(timestamps, from, to)
  while (bounds.length > 2) {
    const next = [0]
    for (let at = 0; at + 1 < bounds.length; at += 2) {
      const middle = bounds[at + 1] ?? 0
      const end = bounds[at + 2] ?? middle
      mergeRuns(merged, rows, timestamps, { start: bounds[at] ?? 0, middle, end })
      next.push(end)
    }
    const sorted = merged
    merged = rows
    rows = sorted
    bounds = next
  }
  return rows
}

/** Where runs of ascending times begin, counted from `from`, and the end of the last. */
function runBounds(timestamps: Float64Array, from: number, to: number): readonly number[] {
  const bounds = [0]
  for (let row = from + 1; row < to; row++) {
    if ((timestamps[row] ?? 0) < (timestamps[row - 1] ?? 0)) bounds.push(row - from)
  }
  bounds.push(to - from)
  return bounds
}

type Runs = { readonly start: number; readonly middle: number; readonly end: number }

const timeOf = (timestamps: Float64Array, rows: Uint32Array, place: number): number => timestamps[rows[place] ?? 0] ?? 0

/** Two neighbouring runs of rows as one; of equal times the left run's rows come first. */
function mergeRuns(into: Uint32Array, rows: Uint32Array, timestamps: Float64Array, { start, middle, end }: Runs): void {
  // batches of different minutes lie one behind the other as they are
  if (middle === start || middle === end || timeOf(timestamps, rows, middle - 1) <= timeOf(timestamps, rows, middle)) {
    into.set(rows.subarray(start, end), start)
    return
  }
  let left = start
  let right = middle
  for (let place = start; place < end; place++) {
    const takesLeft = right === end || (left < middle && timeOf(timestamps, rows, left) <= timeOf(timestamps, rows, right))
    into[place] = rows[takesLeft ? left++ : right++] ?? 0
  }
}
