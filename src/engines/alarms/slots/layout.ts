import { periodOf, type MetricAlarm } from '#lib/alarm/alarm.ts'
import { evaluationStep, isWallClock } from '#lib/alarm/evaluation-step.ts'
import { hash } from '#lib/random.ts'
import { MINUTE, SECOND, type Millis, type TimeRange } from '#lib/time.ts'
import { wallClockEnds } from './wall-clock.ts'

const TEN_SECONDS = 10 * SECOND

export const periodMillis = (alarm: MetricAlarm): Millis => periodOf(alarm) * SECOND

const isHighResolution = (alarm: MetricAlarm): boolean => periodOf(alarm) < 60

/** An alarm's own moment in the minute (in the ten seconds, for periods below one): always the same for one ARN. */
export const evaluationOffset = (arn: string, period: number): Millis => hash(arn) % (period < 60 ? TEN_SECONDS : MINUTE)

/** The first evaluation of an alarm that is later than `after`. */
export function nextEvaluation(alarm: MetricAlarm, arn: string, after: Millis): Millis {
  const step = evaluationStep(alarm)
  const offset = evaluationOffset(arn, periodOf(alarm))
  return Math.floor((after - offset) / step) * step + step + offset
}

/** How many slots an evaluation looks at: more than it needs, so that a gap at the newest end need not decide. */
export function rangeOf(alarm: MetricAlarm): number {
  if (isWallClock(alarm)) return alarm.EvaluationPeriods
  return alarm.EvaluationPeriods + (isHighResolution(alarm) ? 6 : 2)
}

/** Where the newest slot of an evaluation ends. Below a minute an alarm on one metric does not see the newest finished ten seconds yet. */
export function newestEnd(alarm: MetricAlarm, at: Millis): Millis {
  const step = evaluationStep(alarm)
  const end = Math.floor(at / step) * step
  return isHighResolution(alarm) && alarm.Metrics === undefined ? end - TEN_SECONDS : end
}

/** The slots that an evaluation at `at` looks at, oldest first. */
export function slotRanges(alarm: MetricAlarm, at: Millis): readonly TimeRange[] {
  const count = rangeOf(alarm)
  if (isWallClock(alarm)) return rangesBetween(wallClockEnds(alarm, { start: at, end: at }, count))
  const period = periodMillis(alarm)
  const oldest = newestEnd(alarm, at) - count * period
  return Array.from({ length: count }, (_, slot) => ({ start: oldest + slot * period, end: oldest + (slot + 1) * period }))
}

/** Neighbours in a row of moments as ranges. */
export const rangesBetween = (ends: readonly Millis[]): readonly TimeRange[] =>
  ends.slice(1).map((end, before) => ({ start: ends[before] ?? end, end }))
