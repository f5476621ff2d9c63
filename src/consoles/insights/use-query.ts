import type { LogsClient, QueryResults, QueryStatistics } from '#clients/cloudwatch-logs.ts'
import { insights } from '#languages/insights/index.ts'
import type { TimeRange } from '#lib/time.ts'
import { throwIfRefused } from '#ui/pane/throw-if-refused.ts'
import { useTask, type TaskRunner } from '#ui/pane/use-task.ts'
import type { Row } from '#ui/table/columns.ts'

export type Question = {
  readonly group: string
  readonly range: TimeRange
  readonly query: string
  /** Several groups at once, `group` the first of them. */
  readonly groups?: readonly string[]
}

export type QueryRun = {
  readonly question: Question
  readonly rows: readonly Row[]
  readonly statistics: QueryStatistics
  /** From StartQuery to the last answer. */
  readonly milliseconds: number
}

/** Runs a query to its end; cut off, it is stopped at the other side too. */
export async function runQuery(
  client: LogsClient,
  question: Question,
  signal: AbortSignal,
  report?: (run: QueryRun) => void,
): Promise<QueryRun> {
  throwIfRefused(insights, question.query)
  const began = performance.now()
  const runOf = ({ results, statistics }: QueryResults): QueryRun => ({
    question,
    rows: results,
    statistics,
    milliseconds: performance.now() - began,
  })
  const { group, range, query, groups = [group] } = question
  const outcome = await client.runQuery({
    query,
    groups,
    start: range.start,
    end: range.end - 1,
    signal,
    onProgress: (partial) => report?.(runOf(partial)),
  })
  if (outcome.status !== 'Complete') throw new Error(outcome.failureReason ?? `the query ended as ${outcome.status}`)
  return runOf(outcome)
}

type QueryRunner = Omit<TaskRunner<QueryRun>, 'start'> & { run(question: Question): void }

/** The pane's own query. */
export function useQuery(client: LogsClient): QueryRunner {
  const { task, start, cancel } = useTask<QueryRun>()
  return { task, cancel, run: (question) => start((signal, report) => runQuery(client, question, signal, report)) }
}
