import type { Millis, TimeRange } from '#lib/time.ts'
import type { Happening } from './episode/episode.ts'

/** From this size on a world is asked for in bulk: without a `window` of its own its window grows until it holds as many. */
export const bulkSize = 10_000

const shareBefore = 0.4

/**
 * The widest window inside `range` that holds at most `size` events: two fifths of them before the onset where there are as many.
 * `countLines` says how many events a happening becomes in the groups that are shown.
 */
export function frame(
  happenings: Iterable<Happening>,
  countLines: (happening: Happening) => number,
  onset: Millis,
  range: TimeRange,
  size: number,
): TimeRange {
  const before: Millis[] = []
  const after: Millis[] = []
  for (const happening of happenings) {
    for (let lines = countLines(happening); lines > 0; lines--) (happening.at < onset ? before : after).push(happening.at)
    if (after.length > size) break
  }
  const kept = Math.min(before.length, Math.max(Math.floor(size * shareBefore), size - after.length))
  const firstOut = before[before.length - kept - 1]
  const lastOut = after[size - kept]
  return { start: firstOut === undefined ? range.start : firstOut + 1, end: lastOut ?? range.end }
}
