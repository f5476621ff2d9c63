import { fieldsOf } from '#engines/insights/discovery/group-fields.ts'
import { LogStore, type LogGroup } from '#stores/log-store.ts'

const NEWLINE = 10
const SEPARATOR = 1
const DIGITS = 13
const decoder = new TextDecoder()

type Line = { readonly timestamp: number; readonly stream: string; readonly message: string }

/** The lines of `gen.mjs`: 13 digits, a separator, a stream's number, a separator, the message. */
function* linesOf(file: Uint8Array): Iterable<Line> {
  let from = 0
  while (from < file.length) {
    const end = file.indexOf(NEWLINE, from)
    const second = file.indexOf(SEPARATOR, from + DIGITS + 1)
    yield {
      timestamp: Number(decoder.decode(file.subarray(from, from + DIGITS))),
      stream: `stream-${decoder.decode(file.subarray(from + DIGITS + 1, second))}`,
      message: decoder.decode(file.subarray(second + 1, end)),
    }
    from = end + 1
  }
}

function wholeNumber(file: Uint8Array, from: number, to: number): number {
  let number = 0
  for (let at = from; at < to; at++) number = number * 10 + (file[at] ?? 0) - 48
  return number
}

/** The names of the events' own fields, those DuckDB's columns are made of and the others. */
const fields =
  'level service requestId message route method status durationMs userId bytes region userAgent upstream.host upstream.latencyMs cacheHit tags.0 tags.1'.split(
    ' ',
  )

/** The file in a group of ours, with every field in a column. */
export function ingest(file: Uint8Array): LogGroup {
  const group = new LogStore().createGroup('/bench', 0)
  for (let from = 0; from < file.length;) {
    const end = file.indexOf(NEWLINE, from)
    const second = file.indexOf(SEPARATOR, from + DIGITS + 1)
    const timestamp = wholeNumber(file, from, from + DIGITS)
    group.appendBytes(`stream-${wholeNumber(file, from + DIGITS + 1, second)}`, timestamp, file.subarray(second + 1, end), timestamp)
    from = end + 1
  }
  const known = fieldsOf(group)
  const columns = fields.map((name) => known.column(name))
  for (let row = 0; row < group.size; row++) for (const column of columns) column.code(row)
  return group
}

/** Bytes held, and bytes of text. */
export const heldBytes = (group: LogGroup): readonly [number, number] => [
  group.heldBytes + fieldsOf(group).heldBytes,
  group.storedBytes - 26 * group.size,
]

/** What a person would write: every line an object, its JSON parsed. */
export function parseEveryLine(file: Uint8Array): readonly unknown[] {
  const events: unknown[] = []
  for (const { timestamp, stream, message } of linesOf(file)) {
    const parsed: unknown = message.startsWith('{') ? JSON.parse(message) : undefined
    events.push({ timestamp, stream, message, parsed })
  }
  return events
}
