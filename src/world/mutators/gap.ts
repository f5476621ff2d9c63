import { parseDuration } from '#lib/duration.ts'
import type { Mutator } from './mutator.ts'

export const gap: Mutator = {
  name: 'gap',
  takes: 'duration',
  says: 'nothing at all for that long, somewhere inside; a third of the log at most',
  change: (log, duration, random) => {
    const first = log[0]?.timestamp ?? 0
    const span = (log.at(-1)?.timestamp ?? 0) - first
    const length = Math.min(parseDuration(duration) ?? 0, Math.floor(span / 3))
    const from = first + Math.floor(span / 10) + random.below(Math.max(1, Math.floor(span * 0.9) - length))
    return log.filter(({ timestamp }) => timestamp < from || timestamp >= from + length)
  },
}
