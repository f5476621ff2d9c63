import type { Task } from '#ui/pane/use-task.ts'
import type { QueryRun, Question } from '../../use-query.ts'

/** A run of this page, newest first. */
export type PastRun = {
  readonly number: number
  readonly question: Question
  readonly status: Task<QueryRun>['status']
  readonly rows: number | undefined
  readonly milliseconds: number | undefined
}

const MOST = 50

export const begun = (runs: readonly PastRun[], question: Question): readonly PastRun[] =>
  [
    { number: (runs[0]?.number ?? 0) + 1, question, status: 'running' as const, rows: undefined, milliseconds: undefined },
    ...runs.map((run) => (run.status === 'running' ? { ...run, status: 'cancelled' as const } : run)),
  ].slice(0, MOST)

/** The newest run with what has become of it. */
export function settled(runs: readonly PastRun[], { status, value }: Task<QueryRun>): readonly PastRun[] {
  const [newest, ...rest] = runs
  if (newest === undefined || newest.status !== 'running' || status === 'running' || status === 'idle') return runs
  const isDone = status === 'done' && value !== undefined
  return [
    { ...newest, status, rows: isDone ? value.rows.length : undefined, milliseconds: isDone ? value.milliseconds : undefined },
    ...rest,
  ]
}
