import { parseDuration } from '#lib/duration.ts'
import { DAY, HOUR, MINUTE, type Millis, type TimeRange } from '#lib/time.ts'
import type { ConsoleQuery } from './console-props.ts'

/** A time range as somebody chose it: back from now, from one moment to another, or all there is. */
export type ChosenRange =
  | { readonly kind: 'last'; readonly length: Millis }
  | { readonly kind: 'between'; readonly start: Millis; readonly end: Millis }
  | { readonly kind: 'whole' }

const readMillis = (text: string | null): Millis | undefined => (text !== null && /^\d{1,15}$/.test(text) ? Number(text) : undefined)

/** What a link says: `last=30m`, or `start` and `end`; anything else is all there is. */
export function readChosen(query: URLSearchParams): ChosenRange {
  const start = readMillis(query.get('start'))
  const end = readMillis(query.get('end'))
  if (start !== undefined && end !== undefined && start < end) return { kind: 'between', start, end }
  const length = parseDuration(query.get('last') ?? '')
  return length === undefined || length <= 0 ? { kind: 'whole' } : { kind: 'last', length }
}

export function writeChosen(chosen: ChosenRange): ConsoleQuery {
  const isBetween = chosen.kind === 'between'
  return {
    start: isBetween ? String(chosen.start) : undefined,
    end: isBetween ? String(chosen.end) : undefined,
    last: chosen.kind === 'last' ? printLength(chosen.length) : undefined,
  }
}

/** `90m`, `12h`: the shortest way to say it. */
export const printLength = (length: Millis): string =>
  length % DAY === 0 ? `${length / DAY}d` : length % HOUR === 0 ? `${length / HOUR}h` : `${Math.ceil(length / MINUTE)}m`

/** The range it is now, in a world that began at `whole.start`. */
export function rangeOf(chosen: ChosenRange, whole: TimeRange, now: Millis): TimeRange {
  if (chosen.kind === 'between') return { start: chosen.start, end: chosen.end }
  const end = Math.min(whole.end, now + 1)
  return { start: chosen.kind === 'last' ? end - chosen.length : Math.min(whole.start, end - 1), end }
}

/** Whether it takes in all there is, however it was said. */
export const isWhole = (chosen: ChosenRange, whole: TimeRange, now: Millis): boolean =>
  chosen.kind === 'whole' || (chosen.kind === 'between' && chosen.start <= whole.start && chosen.end >= Math.min(whole.end, now + 1))
