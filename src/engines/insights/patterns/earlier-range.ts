import type { Command } from '#languages/insights/ast.ts'
import { periodLength } from '#languages/insights/parse/period.ts'
import { DAY, WEEK, type Millis, type TimeRange } from '#lib/time.ts'

/** The time, as long as the query's own, that a `diff` or `logcompare` compares with; ends inclusive. */
export function earlierRange(commands: readonly Command[], start: Millis, end: Millis): TimeRange | undefined {
  for (const command of commands) {
    if (command.kind !== 'diff' && command.kind !== 'logcompare') continue
    const earlier =
      command.kind === 'diff'
        ? diffStart(command.modifier, start, end)
        : start - (periodLength(command.timeshift.amount, command.timeshift.unit) ?? 0)
    return { start: earlier, end: earlier + end - start }
  }
  return undefined
}

function diffStart(modifier: 'previousDay' | 'previousWeek' | 'previousMonth' | undefined, start: Millis, end: Millis): Millis {
  if (modifier === 'previousDay') return start - DAY
  if (modifier === 'previousWeek') return start - WEEK
  return modifier === 'previousMonth' ? monthBefore(start) : start - (end - start + 1)
}

/** The same day and time a month before, or that month's last day. */
function monthBefore(time: Millis): Millis {
  const date = new Date(time)
  const first = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - 1, 1)
  const next = Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1)
  return Math.min(first + (date.getUTCDate() - 1) * DAY, next - DAY) + (time % DAY)
}
