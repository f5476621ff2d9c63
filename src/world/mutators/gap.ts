import { parseDuration } from '#lib/duration.ts'
import type { Random } from '#lib/random.ts'
import { MINUTE, type Millis, type TimeRange } from '#lib/time.ts'
import type { Mutator } from './mutator.ts'

export const gap: Mutator = {
  name: 'gap',
  takes: 'duration',
  says: 'nothing at all for that long, somewhere inside, in logs and metrics alike; a third of the time at most',
  change: (log, duration, random) => {
    const hole = holeIn(log, duration, random)
    return log.filter(({ timestamp }) => timestamp < hole.start || timestamp >= hole.end)
  },
  changeSamples: (samples, duration, random, log) => {
    const hole = holeIn(log.length > 0 ? log : samples, duration, random)
    const minuteOf = (timestamp: Millis): Millis => timestamp - (timestamp % MINUTE)
    return samples.filter(({ timestamp }) => minuteOf(timestamp) < hole.start || minuteOf(timestamp) >= hole.end)
  },
}

function holeIn(events: readonly { readonly timestamp: Millis }[], duration: string, random: Random): TimeRange {
  const first = events[0]?.timestamp ?? 0
  const span = (events.at(-1)?.timestamp ?? 0) - first
  const length = Math.min(parseDuration(duration) ?? 0, Math.floor(span / 3))
  const start = first + Math.floor(span / 10) + random.below(Math.max(1, Math.floor(span * 0.9) - length))
  return { start, end: start + length }
}
