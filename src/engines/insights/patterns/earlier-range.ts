import type { Command, PeriodUnit } from '#languages/insights/ast.ts'
import { fixedLength, type Period } from '#languages/insights/functions/time/period.ts'
import { DAY, WEEK, type Millis, type TimeRange } from '#lib/time.ts'

/** The time, as long as the query's own, that a `diff` or `logcompare` compares with; ends inclusive. */
export function earlierRange(commands: readonly Command[], start: Millis, end: Millis): TimeRange | undefined {
  for (const command of commands) {
    if (command.kind !== 'diff' && command.kind !== 'logcompare') continue
    const earlier = command.kind === 'diff' ? diffStart(command.modifier, start, end) : shifted(start, command.timeshift)
    return { start: earlier, end: earlier + end - start }
  }
  return undefined
}

function diffStart(modifier: 'previousDay' | 'previousWeek' | 'previousMonth' | undefined, start: Millis, end: Millis): Millis {
  if (modifier === 'previousDay') return start - DAY
  if (modifier === 'previousWeek') return start - WEEK
  return modifier === 'previousMonth' ? monthsBefore(start, 1) : start - (end - start + 1)
}

const monthsIn: Partial<Record<PeriodUnit, number>> = { mo: 1, q: 3, y: 12 }

function shifted(start: Millis, period: Period): Millis {
  const length = fixedLength(period)
  return length === undefined ? monthsBefore(start, period.amount * (monthsIn[period.unit] ?? 0)) : start - length
}

/** The same day and time so many months before, or that month's last day. */
function monthsBefore(time: Millis, months: number): Millis {
  const date = new Date(time)
  const first = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - months, 1)
  const next = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - months + 1, 1)
  return Math.min(first + (date.getUTCDate() - 1) * DAY, next - DAY) + (time % DAY)
}
