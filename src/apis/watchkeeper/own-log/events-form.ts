// AWS: FilterLogEvents, GetLogEvents, as `aws logs ... --output json` prints their answers
import { eventTime, parseObject, type JsonObject } from './event-time.ts'
import type { EventSink } from './event-sink.ts'
import type { Form } from './form.ts'

/** The longest object that is read: a message of the greatest length with every character escaped. */
const LONGEST = 8 * 1024 * 1024

const ANSWER = /^\uFEFF?\s*\{\s*"(?:events"\s*:\s*\[\s*[{\]]|(?:searchedLogStreams|next(?:Forward|Backward)?Token)"\s*:)/
const LIST = /^\uFEFF?\s*\[\s*\{\s*"/

/** An answer of `filter-log-events` or `get-log-events`, or a list of objects. */
export const isEvents = (head: string): boolean => ANSWER.test(head) || LIST.test(head)

/** The objects of a document's list, one after the other, whatever its size: only the one that is open is held. */
export class EventsForm implements Form {
  private readonly sink: EventSink
  /** What is open: `[`, `{`. */
  private readonly open: string[] = []
  private isText = false
  private isEscaped = false
  /** The list's name in the answer, and the text that is being read of it. */
  private key = ''
  private text = ''
  private piece: string | undefined
  private isTooLong = false
  private startLine = 1
  private line = 1

  constructor(sink: EventSink) {
    this.sink = sink
  }

  push(text: string): void {
    let from = 0
    for (let at = 0; at < text.length; at++) {
      const char = text[at] ?? ''
      if (char === '\n') this.line++
      if (this.isText) {
        this.readText(char)
        continue
      }
      if (char === '"') this.isText = true
      else if (char === '{' || char === '[') {
        if (char === '{' && this.isElement) {
          from = at
          this.piece = ''
          this.startLine = this.line
        }
        this.open.push(char)
      } else if (char === '}' || char === ']') {
        this.open.pop()
        if (char === '}' && this.piece !== undefined && this.isElement) this.finishPiece(text.slice(from, at + 1))
      }
    }
    if (this.piece !== undefined) this.hold(text.slice(from))
    this.sink.lines = this.line
  }

  end(): void {
    if (this.open.length === 0) return
    this.sink.note(this.line, 'the file ends in the middle of its JSON: what stands before is kept')
  }

  /** Whether an object that begins or ends here is one of the list. */
  private get isElement(): boolean {
    const [outer, inner] = this.open
    return outer === '[' ? this.open.length === 1 : this.open.length === 2 && inner === '[' && this.key === 'events'
  }

  private readText(char: string): void {
    if (this.isEscaped) this.isEscaped = false
    else if (char === '\\') this.isEscaped = true
    else if (char === '"') {
      this.isText = false
      if (this.open.length === 1) this.key = this.text
      this.text = ''
    } else if (this.open.length === 1 && this.text.length < 64) this.text += char
  }

  private hold(text: string): void {
    this.isTooLong ||= (this.piece?.length ?? 0) + text.length > LONGEST
    this.piece = this.isTooLong ? '' : (this.piece ?? '') + text
  }

  private finishPiece(rest: string): void {
    this.hold(rest)
    const written = this.piece ?? ''
    const wasTooLong = this.isTooLong
    this.piece = undefined
    this.isTooLong = false
    if (wasTooLong) return this.sink.refuse(this.startLine, `is longer than ${LONGEST} characters`)
    const object = parseObject(written)
    if (object === undefined) return this.sink.refuse(this.startLine, 'is no JSON that can be read')
    this.take(object)
  }

  private take(object: JsonObject): void {
    const { timestamp, message, logStreamName } = object
    if (typeof timestamp === 'number' && typeof message === 'string') {
      const stream = typeof logStreamName === 'string' && logStreamName !== '' ? logStreamName.slice(0, 512) : undefined
      return this.sink.take({ line: this.startLine, message, time: timestamp, stream })
    }
    const line = JSON.stringify(object)
    this.sink.take({ line: this.startLine, message: line, time: eventTime(line, object, this.sink.place.clock.now()) })
  }
}
