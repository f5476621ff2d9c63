import { DAY, type Millis, type TimeRange } from '#lib/time.ts'

/** A time as a person types it, in UTC: `14:32`, `14:32:05`, `2026-03-04 14:32`; a time alone is the first one in the range. */
export function readTime(text: string, { start }: TimeRange): Millis | undefined {
  const found = /^(?:(\d{4}-\d{2}-\d{2})[T ])?(\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?)(?: ?(?:Z|UTC))?$/.exec(text.trim())
  if (found === null) return undefined
  const [, date, time = ''] = found
  const day = date ?? new Date(start).toISOString().slice(0, 10)
  const at = Date.parse(`${day}T${time.padStart(time.indexOf(':') === 1 ? time.length + 1 : 0, '0')}${time.length < 6 ? ':00' : ''}Z`)
  if (Number.isNaN(at)) return undefined
  return date === undefined && at < start - (start % 60_000) ? at + DAY : at
}

/** A moment as a query's cell says it: `2026-03-04 14:32:05.120`, or milliseconds. */
export function cellTime(cell: string): Millis | undefined {
  if (/^\d{12,14}(?:\.\d+)?$/.test(cell)) return Number(cell)
  const at = Date.parse(`${cell.trim().replace(' ', 'T')}Z`)
  return Number.isNaN(at) ? undefined : at
}
