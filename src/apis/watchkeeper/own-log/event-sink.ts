import type { ImportReport, LineNote } from '#lib/import-report.ts'
import type { Clock, Millis } from '#lib/time.ts'
import type { LogEvent, LogGroup } from '#stores/log-store.ts'

const LONGEST_MESSAGE = 1_048_576 - 26
const MOST_NOTES = 100
const EVENTS_A_WRITE = 5_000
/** Control characters that no log holds: not tab, line breaks, escape. */
// oxlint-disable-next-line no-control-regex
const NOT_TEXT = /[\u0000-\u0008\u000E-\u001A\u001C-\u001F\uFFFD]/

export type Place = { readonly account: string; readonly stream: string; readonly group: LogGroup; readonly clock: Clock }

/** An event as a file tells it; `line` is where it begins there. */
export type FoundEvent = {
  readonly line: number
  readonly message: string
  readonly time: Millis | undefined
  /** The file's own when left out. */
  readonly stream?: string | undefined
}

/** Where the events of a file go: into the group, in batches, each with a time; and what is said of them afterwards. */
export class EventSink {
  readonly place: Place
  lines = 0
  events = 0
  private previous: Millis | undefined
  private untimed: FoundEvent[] = []
  private readonly batches = new Map<string, LogEvent[]>()
  private waiting = 0
  private first = Infinity
  private last = -Infinity
  private isTimeless = false
  private refusedCount = 0
  private readonly refused: LineNote[] = []
  private readonly notes: LineNote[] = []

  constructor(place: Place) {
    this.place = place
  }

  /** Without a time it has that of the event before it; the first ones wait for the first time there is. */
  take(found: FoundEvent): void {
    const size = found.message.length
    if (size > LONGEST_MESSAGE) return this.refuse(found.line, `is ${size} characters long; an event holds ${LONGEST_MESSAGE} bytes`)
    if (NOT_TEXT.test(found.message)) return this.refuse(found.line, 'holds bytes that are no text')
    const time = found.time ?? this.previous
    if (time === undefined) {
      this.untimed.push(found)
      return
    }
    for (const earlier of this.untimed.splice(0)) this.put(earlier, time)
    this.previous = time
    this.put(found, time)
  }

  refuse(line: number, why: string): void {
    this.refusedCount++
    if (this.refused.length < MOST_NOTES) this.refused.push({ line, text: why })
  }

  note(line: number, text: string): void {
    if (this.notes.length < MOST_NOTES) this.notes.push({ line, text })
  }

  /** Where no event had a time they end at the account's clock. */
  finish(): void {
    this.isTimeless = this.untimed.length > 0
    const begin = this.place.clock.now() - this.untimed.length + 1
    for (const [at, found] of this.untimed.splice(0).entries()) this.put(found, begin + at)
    this.write()
  }

  get isEmpty(): boolean {
    return this.events === 0 && this.refusedCount === 0
  }

  report(): Omit<ImportReport, 'bytes' | 'refusal'> {
    return {
      account: this.place.account,
      group: this.place.group.name,
      stream: this.place.stream,
      events: this.events,
      lines: this.lines,
      ...(this.last >= this.first ? { range: { start: this.first, end: this.last + 1 } } : {}),
      isTimeless: this.isTimeless,
      refused: this.refused,
      refusedCount: this.refusedCount,
      notes: this.notes,
    }
  }

  private put({ message, stream = this.place.stream }: FoundEvent, timestamp: Millis): void {
    const batch = this.batches.get(stream)
    if (batch === undefined) this.batches.set(stream, [{ timestamp, message }])
    else batch.push({ timestamp, message })
    this.events++
    this.waiting++
    this.first = Math.min(this.first, timestamp)
    this.last = Math.max(this.last, timestamp)
    if (this.waiting >= EVENTS_A_WRITE) this.write()
  }

  private write(): void {
    for (const [stream, batch] of this.batches) this.place.group.append(stream, batch, this.place.clock.now())
    this.batches.clear()
    this.waiting = 0
  }
}
