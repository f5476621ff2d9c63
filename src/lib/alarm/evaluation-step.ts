import { DAY, HOUR, MINUTE, SECOND, type Millis } from '../time.ts'
import { periodOf, type MetricAlarm } from './alarm.ts'

/** Whether the slots lie by the clock of a time zone. */
export const isWallClock = (alarm: Pick<MetricAlarm, 'EvaluationWindow'>): boolean => Boolean(alarm.EvaluationWindow?.WallClockWindow)

/** The time from one evaluation to the next: once an hour where sliding slots reach over more than a day. */
export function evaluationStep(alarm: MetricAlarm): Millis {
  const period = periodOf(alarm)
  if (!isWallClock(alarm) && period * SECOND * alarm.EvaluationPeriods > DAY) return HOUR
  return period < 60 ? 10 * SECOND : MINUTE
}
