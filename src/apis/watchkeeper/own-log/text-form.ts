import { eventTime, parseObject } from './event-time.ts'
import type { EventSink } from './event-sink.ts'
import type { Form } from './form.ts'

const MOST_NOTES = 100

/** One event a line; a line that begins with white space continues the last. NDJSON is such a text. */
export class TextForm implements Form {
  private readonly sink: EventSink
  private rest = ''
  private open: { line: number; message: string } | undefined
  private jsonLines = 0
  private readonly textLines: number[] = []

  constructor(sink: EventSink) {
    this.sink = sink
  }

  push(text: string): void {
    const [first = '', ...others] = text.split('\n')
    const lines = [this.rest + first, ...others]
    this.rest = lines.pop() ?? ''
    for (const line of lines) this.readLine(line.endsWith('\r') ? line.slice(0, -1) : line)
  }

  end(): void {
    if (this.rest !== '') this.readLine(this.rest)
    this.close()
    // text among JSON is worth a word; a text file with a few JSON lines is not
    if (this.jsonLines <= this.textLines.length) return
    for (const line of this.textLines) this.sink.note(line, 'is no JSON, unlike most lines: kept as text')
  }

  private readLine(line: string): void {
    this.sink.lines++
    if (this.open && this.continues(line)) {
      this.open.message += `\n${line}`
      return
    }
    this.close()
    if (line.trim() !== '') this.open = { line: this.sink.lines, message: line }
  }

  protected continues(line: string): boolean {
    return /^\s/.test(line) && line.trim() !== ''
  }

  /** What is an event's time and what its message, of the lines it has in the file. */
  protected take(line: number, message: string): void {
    const object = parseObject(message)
    if (object !== undefined) this.jsonLines++
    else if (message.startsWith('{')) this.sink.note(line, 'begins like JSON and is none (cut off?): kept as text')
    else if (this.textLines.length <= MOST_NOTES) this.textLines.push(line)
    this.sink.take({ line, message, time: eventTime(message, object, this.sink.place.clock.now()) })
  }

  /** The event that was open is whole. */
  private close(): void {
    const { open } = this
    this.open = undefined
    if (open !== undefined) this.take(open.line, open.message)
  }
}

const EXPORTED = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z) /

/** What CloudWatch exports to S3: its own time and a blank before each event, whose further lines stand as they are. */
export class ExportForm extends TextForm {
  private readonly events: EventSink

  constructor(sink: EventSink) {
    super(sink)
    this.events = sink
  }

  protected override continues(line: string): boolean {
    return !EXPORTED.test(line)
  }

  protected override take(line: number, message: string): void {
    const time = EXPORTED.exec(message)?.[1]
    if (time === undefined) return super.take(line, message)
    this.events.take({ line, message: message.slice(time.length + 1), time: Date.parse(time) })
  }
}

/** As S3 has it: `000000.gz`, in a folder of the stream's name. */
export const isExport = (name: string, head: string): boolean => /(?:^|\/)\d{6}(?:\.gz)?$/.test(name) && EXPORTED.test(head)
