import { parseDuration } from '#lib/duration.ts'
import { MINUTE, type Millis, type TimeRange } from '#lib/time.ts'
import { printLength } from '#ui/console/console-range.ts'
import { at, textOf, type Json } from '../file/json.ts'

/** The link's time, or where it has none the dashboard's own; all there is where the world does not go back that far. */
export function withSavedTime(query: URLSearchParams, dashboard: Json, whole: TimeRange, now: Millis): URLSearchParams {
  if (query.has('start') || query.has('last')) return query
  const back = /^now-(\d+[smhdw])$/.exec(textOf(at(dashboard, 'time', 'from')) ?? '')
  const length = back?.[1] === undefined ? undefined : parseDuration(back[1])
  if (length === undefined || at(dashboard, 'time', 'to') !== 'now') return query
  if (length >= Math.max(MINUTE, Math.min(now, whole.end) - whole.start)) return query
  const timed = new URLSearchParams(query)
  timed.set('last', printLength(length))
  return timed
}
