import { DAY, HOUR, MINUTE, SECOND, type Millis } from '#lib/time.ts'

const divisions = [1, 5, 10, 20, 30]

/** What is wrong with a period in seconds, as AWS goes on after "The parameter Period"; nothing where it is right. */
export function periodProblem(period: number): string | undefined {
  if (divisions.includes(period) || (period > 0 && period % 60 === 0)) return undefined
  return period < 60 ? 'must be a value in the set [ 1, 5, 10, 20, 30 ].' : 'must be a multiple of 60.'
}

const floor = (time: Millis, step: Millis): Millis => Math.floor(time / step) * step

/** Where a read begins: its age decides how far the start is rounded down (cloudwatch-metrics.md 1.5). */
export function roundStart(start: Millis, period: number, now: Millis): Millis {
  if (period < 60) return floor(start, period * SECOND)
  const age = now - start
  if (age < 15 * DAY) return floor(start, MINUTE)
  return floor(start, age <= 63 * DAY ? 5 * MINUTE : HOUR)
}

export const roundEnd = (end: Millis, period: number): Millis => floor(end, period * SECOND)

/** How long data stay readable with a period (cloudwatch-metrics.md 1.4). */
export function readableFor(period: number): Millis {
  if (period < 60) return 3 * HOUR
  if (period % 3600 === 0) return 455 * DAY
  return period % 300 === 0 ? 63 * DAY : 15 * DAY
}
