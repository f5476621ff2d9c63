import { parse } from '#languages/insights/index.ts'
import type { JournalEntry } from '../exercise.ts'
import type { Habit } from '../marking.ts'

/** Whether a journal shows a habit; an empty one shows none. */
export function hasHabit(journal: readonly JournalEntry[], habit: Habit): boolean {
  const asked = journal.filter(({ console }) => console !== 'metrics')
  const [first] = asked
  if (first === undefined) return false
  return habit.kind === 'never-narrowed' ? !asked.some((entry) => filtersOf(entry).includes(habit.field)) : filtersOf(first) === ''
}

/** What a query asks of its lines, as it was written. */
function filtersOf({ console, text }: JournalEntry): string {
  if (console === 'logs') return text.trim()
  return parse(text)
    .ast.commands.filter(({ kind }) => kind === 'filter')
    .map(({ from, to }) => text.slice(from, to))
    .join('\n')
}
