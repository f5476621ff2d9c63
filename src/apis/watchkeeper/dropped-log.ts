import type { ImportReport, LineNote } from '#lib/import-report.ts'
import type { Clock, Millis } from '#lib/time.ts'
import type { LogEvent, LogGroup } from '#stores/log-store.ts'
import type { ImportProgress } from './context.ts'
import { eventTime, parseObject } from './event-time.ts'

const LONGEST_MESSAGE = 1_048_576 - 26
const MOST_NOTES = 100
const EVENTS_A_WRITE = 5_000
/** Control characters that no log holds: not tab, line breaks, escape. */
// oxlint-disable-next-line no-control-regex
const NOT_TEXT = /[\u0000-\u0008\u000E-\u001A\u001C-\u001F\uFFFD]/

type Place = { readonly account: string; readonly stream: string; readonly group: LogGroup; readonly clock: Clock }

/**
 * A person's own log, taken as its bytes arrive: one event a line, a line that begins with white space continues the last.
 * Lines before the first time wait for it; where there is none at all, they end at the account's clock.
 */
export class DroppedLog {
  private readonly place: Place
  private decoder: TextDecoder | undefined
  private head = new Uint8Array()
  private rest = ''
  private line = 0
  private bytes = 0
  private events = 0
  private refusal: string | undefined
  private open: { line: number; message: string } | undefined
  private previous: Millis | undefined
  private untimed: string[] = []
  private batch: LogEvent[] = []
  private first = Infinity
  private last = -Infinity
  private isTimeless = false
  private jsonLines = 0
  private refusedCount = 0
  private readonly refused: LineNote[] = []
  private readonly textLines: number[] = []
  private readonly notes: LineNote[] = []

  constructor(place: Place) {
    this.place = place
  }

  push(bytes: Uint8Array): ImportProgress {
    this.bytes += bytes.length
    if (this.refusal === undefined) this.read(bytes)
    return this.progress()
  }

  finish(): ImportReport {
    if (this.refusal === undefined) this.readRest()
    return {
      ...this.progress(),
      account: this.place.account,
      group: this.place.group.name,
      stream: this.place.stream,
      range: this.last >= this.first ? { start: this.first, end: this.last + 1 } : undefined,
      isTimeless: this.isTimeless,
      refused: this.refused,
      refusedCount: this.refusedCount,
      notes: [...this.notes, ...this.mixedNotes()].slice(0, MOST_NOTES),
      refusal: this.refusal,
    }
  }

  private progress(): ImportProgress {
    return { events: this.events, lines: this.line, bytes: this.bytes }
  }

  /** The first bytes say what it is: they are kept until there are enough of them. */
  private read(bytes: Uint8Array): void {
    if (this.decoder === undefined) {
      this.head = joined(this.head, bytes)
      if (this.head.length < 4) return
      this.begin()
      return
    }
    this.readText(this.decoder.decode(bytes, { stream: true }))
  }

  private begin(): void {
    this.refusal = refusalOf(this.head)
    if (this.refusal !== undefined) return
    this.decoder = new TextDecoder(encodingOf(this.head))
    this.readText(this.decoder.decode(this.head, { stream: true }))
    this.head = new Uint8Array()
  }

  private readText(text: string): void {
    const [first = '', ...others] = text.split('\n')
    const lines = [this.rest + first, ...others]
    this.rest = lines.pop() ?? ''
    for (const line of lines) this.readLine(line.endsWith('\r') ? line.slice(0, -1) : line)
  }

  private readRest(): void {
    if (this.decoder === undefined && this.head.length > 0) this.begin()
    if (this.decoder) this.readText(this.decoder.decode())
    if (this.rest !== '') this.readLine(this.rest)
    this.close()
    this.isTimeless = this.untimed.length > 0
    if (this.isTimeless) this.timeAll()
    this.write()
    if (this.events === 0 && this.refusal === undefined && this.refusedCount === 0) this.refusal = 'the text is empty'
  }

  private readLine(line: string): void {
    this.line++
    if (NOT_TEXT.test(line)) return this.refuse(this.line, 'holds bytes that are no text')
    if (this.open && /^\s/.test(line) && line.trim() !== '') {
      this.open.message += `\n${line}`
      return
    }
    this.close()
    if (line.trim() !== '') this.open = { line: this.line, message: line }
  }

  /** The event that was open is whole. */
  private close(): void {
    const { open } = this
    this.open = undefined
    if (open === undefined) return
    const size = open.message.length
    if (size > LONGEST_MESSAGE) return this.refuse(open.line, `is ${size} characters long; an event holds ${LONGEST_MESSAGE} bytes`)
    const object = parseObject(open.message)
    this.note(open.line, open.message, object !== undefined)
    const time = eventTime(open.message, object, this.place.clock.now()) ?? this.previous
    if (time === undefined) {
      this.untimed.push(open.message)
      return
    }
    for (const message of this.untimed.splice(0)) this.take({ timestamp: time, message })
    this.previous = time
    this.take({ timestamp: time, message: open.message })
  }

  private note(line: number, message: string, isJson: boolean): void {
    if (isJson) this.jsonLines++
    else if (message.startsWith('{')) this.addNote(line, 'begins like JSON and is none (cut off?): kept as text')
    else if (this.textLines.length <= MOST_NOTES) this.textLines.push(line)
  }

  private addNote(line: number, text: string): void {
    if (this.notes.length < MOST_NOTES) this.notes.push({ line, text })
  }

  /** Text among JSON is worth a word; a text file with a few JSON lines is not. */
  private mixedNotes(): readonly LineNote[] {
    if (this.jsonLines <= this.textLines.length) return []
    return this.textLines.map((line) => ({ line, text: 'is no JSON, unlike most lines: kept as text' }))
  }

  private timeAll(): void {
    const end = this.place.clock.now()
    const begin = end - this.untimed.length + 1
    for (const [at, message] of this.untimed.splice(0).entries()) this.take({ timestamp: begin + at, message })
  }

  private take(event: LogEvent): void {
    this.batch.push(event)
    this.events++
    this.first = Math.min(this.first, event.timestamp)
    this.last = Math.max(this.last, event.timestamp)
    if (this.batch.length >= EVENTS_A_WRITE) this.write()
  }

  private write(): void {
    if (this.batch.length > 0) this.place.group.append(this.place.stream, this.batch, this.place.clock.now())
    this.batch = []
  }

  private refuse(line: number, why: string): void {
    this.refusedCount++
    if (this.refused.length < MOST_NOTES) this.refused.push({ line, text: why })
  }
}

function joined(left: Uint8Array, right: Uint8Array): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(left.length + right.length)
  whole.set(left)
  whole.set(right, left.length)
  return whole
}

const encodingOf = ([first, second]: Uint8Array): string =>
  first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'

const MAGIC: readonly (readonly [name: string, ...bytes: readonly number[]])[] = [
  ['a gzip archive: unpack it first', 0x1f, 0x8b],
  ['a zip archive: unpack it first', 0x50, 0x4b, 0x03, 0x04],
  ['a Zstandard archive: unpack it first', 0x28, 0xb5, 0x2f, 0xfd],
  ['a PDF', 0x25, 0x50, 0x44, 0x46],
  ['a PNG picture', 0x89, 0x50, 0x4e, 0x47],
  ['a JPEG picture', 0xff, 0xd8, 0xff],
  ['a program', 0x7f, 0x45, 0x4c, 0x46],
  ['a database', 0x53, 0x51, 0x4c, 0x69, 0x74, 0x65],
]

/** Why bytes are no log: a known kind of file, or a share of bytes that no text holds. */
function refusalOf(head: Uint8Array): string | undefined {
  const known = MAGIC.find(([, ...magic]) => magic.every((byte, at) => head[at] === byte))
  if (known) return `this is ${known[0]}`
  if (encodingOf(head) !== 'utf-8') return undefined
  const sample = head.subarray(0, 4096)
  const odd = sample.filter((byte) => byte < 0x09 || (byte > 0x0d && byte < 0x20 && byte !== 0x1b)).length
  return odd > sample.length / 10 ? `this is no text: ${odd} of its first ${sample.length} bytes are control codes` : undefined
}
