import { ByteText } from '#lib/byte-search/byte-text.ts'
import type { Millis } from '#lib/time.ts'

/** What CloudWatch adds to an event's text when it counts bytes. */
const EVENT_OVERHEAD = 26
/** So many neighbours are decoded at once where they are read one after the other. */
const ROWS_AHEAD = 32
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
  /** The messages in order of arrival, and where each row's lies in them. */
  private readonly text = new ByteText()
  private starts = new Uint32Array(FIRST_CAPACITY)
  private lengths = new Uint32Array(FIRST_CAPACITY)
  /** Neighbours decoded together: the text of those bytes. */
  private decoded = { offset: 0, until: 0, text: '' }
  private lastRead = -2
  private arrived = 0
  private count = 0
  private sortedTo = 0
  private renumberings = 0
  private bytes = 0

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
    const { timestamps, ingestionTimes, streams, starts, lengths, arrivals, text } = this
    const columns = [timestamps, ingestionTimes, streams, starts, lengths, ...(arrivals === undefined ? [] : [arrivals])]
    return columns.reduce((sum, column) => sum + column.byteLength, text.heldBytes)
  }

  append(stream: number, timestamp: Millis, ingestionTime: Millis, message: string): void {
    const start = this.text.length
    this.add(stream, timestamp, ingestionTime, start, this.text.append(message))
  }

  /** The same for a message that is UTF-8 already. */
  appendBytes(stream: number, timestamp: Millis, ingestionTime: Millis, message: Uint8Array): void {
    const start = this.text.length
    this.text.appendBytes(message)
    this.add(stream, timestamp, ingestionTime, start, message.length)
  }

  private add(stream: number, timestamp: Millis, ingestionTime: Millis, start: number, length: number): void {
    const row = this.count
    if (row === this.timestamps.length) this.grow(row < 65536 ? row * 2 : row + (row >>> 2))
    this.timestamps[row] = timestamp
    this.ingestionTimes[row] = ingestionTime
    this.streams[row] = stream
    if (this.arrivals !== undefined) this.arrivals[row] = this.arrived
    this.starts[row] = start
    this.lengths[row] = length
    this.arrived++
    this.count++
    this.bytes += length + EVENT_OVERHEAD
    if (this.sortedTo === row && (row === 0 || timestamp >= (this.timestamps[row - 1] ?? 0))) this.sortedTo = this.count
  }

  get allTimestamps(): Float64Array {
    this.settle()
    return this.timestamps
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
    if (row >= this.count) return ''
    const { decoded } = this
    const start = this.starts[row] ?? 0
    const length = this.lengths[row] ?? 0
    const isNext = row === this.lastRead + 1 || row === this.lastRead - 1
    this.lastRead = row
    if (start < decoded.offset || start + length > decoded.until) {
      if (!isNext || !this.decodeAround(row, start, length)) return this.text.text(start, start + length)
    }
    return this.decoded.text.slice(start - this.decoded.offset, start - this.decoded.offset + length)
  }

  /** Where the message lies in `messages`. */
  messageStart(row: number): number {
    return this.starts[row] ?? 0
  }

  messageEnd(row: number): number {
    return (this.starts[row] ?? 0) + (this.lengths[row] ?? 0)
  }

  /** The messages' bytes, to be searched; settled. */
  get messages(): ByteText {
    this.settle()
    return this.text
  }

  /** Decodes the row's neighbours with it; false where that does not pay. */
  private decodeAround(row: number, start: number, length: number): boolean {
    const first = Math.max(0, row - ROWS_AHEAD)
    const last = Math.min(this.count - 1, row + ROWS_AHEAD)
    const offset = this.starts[first] ?? 0
    const until = (this.starts[last] ?? 0) + (this.lengths[last] ?? 0)
    if (offset > start || until < start + length || until - offset > 65536) return false
    const text = this.text.text(offset, until)
    // beyond ASCII a place in the text is not a place in the bytes
    if (text.length !== until - offset) return false
    this.decoded = { offset, until, text }
    return true
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
        this.bytes -= (this.lengths[row] ?? 0) + EVENT_OVERHEAD
        continue
      }
      this.timestamps[kept] = this.timestamps[row] ?? 0
      this.ingestionTimes[kept] = this.ingestionTimes[row] ?? 0
      this.streams[kept] = this.streams[row] ?? 0
      arrivals[kept] = arrivals[row] ?? 0
      this.starts[kept] = this.starts[row] ?? 0
      this.lengths[kept] = this.lengths[row] ?? 0
      kept++
    }
    this.count = kept
    this.sortedTo = kept
    this.renumberings++
  }

  private grow(capacity: number): void {
    const grown = <T extends Float64Array | Uint32Array>(into: T, from: T): T => {
      into.set(from)
      return into
    }
    this.timestamps = grown(new Float64Array(capacity), this.timestamps)
    this.ingestionTimes = grown(new Float64Array(capacity), this.ingestionTimes)
    this.streams = grown(new Uint32Array(capacity), this.streams)
    this.starts = grown(new Uint32Array(capacity), this.starts)
    this.lengths = grown(new Uint32Array(capacity), this.lengths)
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
    putInOrder(this.starts, order, from)
    putInOrder(this.lengths, order, from)
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
