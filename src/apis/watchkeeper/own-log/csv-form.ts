import { readCsv } from '#lib/text/csv.ts'
import { eventTime } from './event-time.ts'
import type { EventSink } from './event-sink.ts'
import type { Form } from './form.ts'

const TIMES = ['@timestamp', 'timestamp', 'time', 'ts', 'datetime', 'date']
const MESSAGES = ['@message', 'message', 'log', 'msg']
const STREAMS = ['@logstream', 'logstreamname', 'logstream']
const DELIMITERS = [',', ';', '\t', '|']
/** A row that goes on for longer has a quote too many. */
const LONGEST_ROW = 2 * 1024 * 1024

const columnIn = (header: readonly string[], names: readonly string[]): number =>
  header.findIndex((title) => names.includes(title.trim().toLowerCase()))

/** By its name, or by a header that has a time and a message, as the consoles export it. */
export function isCsv(name: string, head: string): boolean {
  if (/\.csv(?:\.gz)?$/i.test(name)) return true
  const [first = ''] = head.replace(/^\uFEFF/, '').split('\n')
  const header = first.replaceAll('"', '').split(',')
  return header.length > 1 && columnIn(header, TIMES) >= 0 && columnIn(header, MESSAGES) >= 0
}

type Header = {
  readonly titles: readonly string[]
  readonly delimiter: string
  readonly time: number
  readonly message: number
  readonly stream: number
}

/** One event a row: the row's message where there is such a column, else the row as a JSON object. RFC 4180. */
export class CsvForm implements Form {
  private readonly sink: EventSink
  private header: Header | undefined
  private rest = ''
  private row = ''
  private startLine = 1

  constructor(sink: EventSink) {
    this.sink = sink
  }

  push(text: string): void {
    const [first = '', ...others] = text.split('\n')
    const lines = [this.rest + first, ...others]
    this.rest = lines.pop() ?? ''
    for (const line of lines) this.readLine(line)
  }

  end(): void {
    if (this.rest !== '') this.readLine(this.rest)
    if (this.row === '') return
    this.sink.refuse(this.startLine, 'has a quote that is never closed')
  }

  /** A row goes on while one of its quotes is open. */
  private readLine(line: string): void {
    this.sink.lines++
    if (this.row === '') this.startLine = this.sink.lines
    this.row += this.row === '' ? line : `\n${line}`
    if (quotesIn(this.row) % 2 === 1) {
      if (this.row.length <= LONGEST_ROW) return
      this.sink.refuse(this.startLine, 'has a quote that is never closed')
      this.row = ''
      return
    }
    const row = this.row.replace(/\r$/, '')
    this.row = ''
    if (row.trim() !== '') this.readRow(row)
  }

  private readRow(row: string): void {
    if (this.header === undefined) {
      this.header = headerOf(row)
      return
    }
    const { titles, delimiter, time, message, stream } = this.header
    const cells = cellsOf(row, delimiter)
    if (cells === undefined) return this.sink.refuse(this.startLine, 'has text behind a closing quote')
    if (cells.length !== titles.length) {
      const columns = (count: number): string => `${count} ${count === 1 ? 'column' : 'columns'}`
      return this.sink.refuse(this.startLine, `has ${columns(cells.length)}, the header has ${titles.length}`)
    }
    const written =
      message >= 0
        ? (cells[message] ?? '')
        : JSON.stringify(Object.fromEntries(titles.map((title, at) => [title, valueOf(cells[at] ?? '')])))
    const told = time >= 0 ? (cells[time] ?? '') : written
    this.sink.take({
      line: this.startLine,
      message: written,
      time: eventTime(told, undefined, this.sink.place.clock.now()),
      stream: stream >= 0 ? cells[stream] || undefined : undefined,
    })
  }
}

/** The sign that parts the most titles. */
function headerOf(row: string): Header {
  const written = row.replace(/^\uFEFF/, '')
  const read = DELIMITERS.map((delimiter) => ({ delimiter, titles: (cellsOf(written, delimiter) ?? []).map((title) => title.trim()) }))
  const { delimiter, titles } = read.reduce((best, one) => (one.titles.length > best.titles.length ? one : best))
  const [time, message, stream] = [columnIn(titles, TIMES), columnIn(titles, MESSAGES), columnIn(titles, STREAMS)]
  return { titles, delimiter, time, message, stream }
}

function cellsOf(row: string, delimiter: string): readonly string[] | undefined {
  const read = readCsv(row, delimiter)
  return 'rows' in read ? (read.rows[0]?.cells ?? []) : undefined
}

/** A number where it is written as JSON writes it, so that it can be compared; a leading nought is a text's. */
const valueOf = (cell: string): string | number => (/^-?(?:0|[1-9]\d{0,14})(?:\.\d+)?$/.test(cell) ? Number(cell) : cell)

function quotesIn(text: string): number {
  let count = 0
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) count++
  return count
}
