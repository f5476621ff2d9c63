import type { ImportReport } from '#lib/import-report.ts'
import type { ImportProgress } from '../context.ts'
import { EventSink, type Place } from './event-sink.ts'
import { encodingOf, isGzip, refusalOf } from './file-kind.ts'
import { formOf, HEAD, type Form } from './form.ts'
import { createUnpacker, type Unpacker } from './gzip.ts'

/** How much text a tab holds of one person's files, in bytes; what is read before it is kept. */
export const MOST_BYTES = 500 * 1024 * 1024

type Options = Place & {
  /** The file's name, which may say what it is. */
  readonly name: string
  /** How many bytes there is still room for. */
  readonly room: number
}

/** A person's own log, taken as its bytes arrive: packed or not, in the form its beginning shows. */
export class OwnLog {
  private readonly options: Options
  private readonly sink: EventSink
  private unpacker: Unpacker | undefined
  private decoder: TextDecoder | undefined
  private head = new Uint8Array()
  private headText = ''
  private form: Form | undefined
  private bytes = 0
  private text = 0
  private refusal: string | undefined
  private isFull = false

  constructor(options: Options) {
    this.options = options
    this.sink = new EventSink(options)
  }

  push(bytes: Uint8Array): ImportProgress {
    this.bytes += bytes.length
    if (!this.isOver) this.readPacked(bytes, false)
    return this.progress()
  }

  finish(): ImportReport {
    if (!this.isOver) this.readPacked(new Uint8Array(), true)
    if (!this.isOver || this.text > 0) this.endBytes()
    this.form?.end()
    this.sink.finish()
    if (this.sink.isEmpty && this.refusal === undefined) this.refusal = 'the text is empty'
    return { ...this.sink.report(), bytes: this.bytes, ...(this.refusal === undefined ? {} : { refusal: this.refusal }) }
  }

  /** How many bytes of text it took. */
  get size(): number {
    return this.text
  }

  private get isOver(): boolean {
    return this.refusal !== undefined || this.isFull
  }

  private progress(): ImportProgress {
    return { events: this.sink.events, lines: this.sink.lines, bytes: this.bytes, isOver: this.isOver }
  }

  /** The first bytes say whether it is packed: they are kept until there are enough of them. */
  private readPacked(bytes: Uint8Array, isLast: boolean): void {
    if (this.unpacker !== undefined) return this.unpack(bytes, isLast)
    if (this.decoder !== undefined) return this.readBytes(bytes)
    this.head = joined(this.head, bytes)
    if (this.head.length < 4 && !isLast) return
    const head = this.head
    this.head = new Uint8Array()
    if (!isGzip(head)) return this.readBytes(head)
    this.unpacker = createUnpacker((unpacked) => {
      if (!this.isOver) this.readBytes(unpacked)
    })
    this.unpack(head, isLast)
  }

  private unpack(bytes: Uint8Array, isLast: boolean): void {
    const isRead = this.unpacker?.push(bytes) === true
    if (this.isFull || (isRead && (!isLast || (this.unpacker?.isWhole() === true && this.text + this.head.length > 0)))) return
    this.refusal =
      this.text > 0
        ? 'the archive is broken or cut off: what stood before that is kept'
        : 'this gzip archive is broken, or nothing is in it'
  }

  private readBytes(bytes: Uint8Array): void {
    if (this.decoder === undefined) {
      this.head = joined(this.head, bytes)
      if (this.head.length < 4) return
      this.beginText()
      return
    }
    const room = this.options.room - this.text
    this.text += Math.min(bytes.length, room)
    this.readText(this.decoder.decode(bytes.length > room ? bytes.subarray(0, room) : bytes, { stream: true }))
    if (bytes.length > room) this.stop()
  }

  private beginText(): void {
    const { head } = this
    this.head = new Uint8Array()
    this.refusal = refusalOf(head)
    if (this.refusal !== undefined) return
    this.decoder = new TextDecoder(encodingOf(head))
    if (head.length > 0) this.readBytes(head)
  }

  /** The form is known once there is enough to tell it by. */
  private readText(text: string): void {
    if (this.form !== undefined) return this.form.push(text)
    this.headText += text
    if (this.headText.length >= HEAD) this.beginForm()
  }

  private beginForm(): void {
    const text = this.headText
    this.headText = ''
    this.form = formOf(this.options.name, text, this.sink)
    this.form.push(text)
  }

  private endBytes(): void {
    if (this.decoder === undefined) this.beginText()
    if (this.decoder !== undefined) this.readText(this.decoder.decode())
    if (this.form === undefined && this.refusal === undefined) this.beginForm()
  }

  private stop(): void {
    if (this.form === undefined) this.beginForm()
    this.isFull = true
    const most = `${MOST_BYTES / 1024 / 1024} MB`
    this.refusal = `only the beginning of it was taken: a tab holds ${most} of your own logs, and it is full. Reload to make room, or cut the file`
  }
}

function joined(left: Uint8Array, right: Uint8Array): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(left.length + right.length)
  whole.set(left)
  whole.set(right, left.length)
  return whole
}
