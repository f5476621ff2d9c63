import type { LogsClient, QueryStatistics } from '#clients/cloudwatch-logs.ts'
import type { TimeRange } from '#lib/time.ts'
import { useTask, type TaskRunner } from '#ui/pane/use-task.ts'
import type { Row } from '#ui/table/columns.ts'

export type Question = { readonly group: string; readonly range: TimeRange; readonly query: string }

export type QueryRun = {
  readonly question: Question
  readonly rows: readonly Row[]
  readonly statistics: QueryStatistics | undefined
  /** From StartQuery to the last answer. */
  readonly milliseconds: number
}

const FIRST_POLL = 10
const LONGEST_POLL = 250

const wait = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds))

/** Starts a query and follows it to its end; cut off, it is stopped at the other side too. */
export async function runQuery(
  client: LogsClient,
  question: Question,
  signal: AbortSignal,
  report: (run: QueryRun) => void = () => undefined,
): Promise<QueryRun> {
  const began = performance.now()
  const { queryId } = await client.startQuery({
    logGroupName: question.group,
    startTime: Math.floor(question.range.start / 1000),
    endTime: Math.floor((question.range.end - 1) / 1000),
    queryString: question.query,
  })
  for (let pause = FIRST_POLL; ; pause = Math.min(pause * 2, LONGEST_POLL)) {
    if (signal.aborted) {
      await client.stopQuery({ queryId })
      throw new Error('the query was cancelled')
    }
    const answer = await client.getQueryResults({ queryId })
    const run = { question, rows: answer.results, statistics: answer.statistics, milliseconds: performance.now() - began }
    if (answer.status === 'Complete') return run
    if (answer.status !== 'Running' && answer.status !== 'Scheduled') throw new Error(`the query ended as ${answer.status}`)
    report(run)
    await wait(pause)
  }
}

type QueryRunner = Omit<TaskRunner<QueryRun>, 'start'> & { run(question: Question): void }

/** The pane's own query. */
export function useQuery(client: LogsClient): QueryRunner {
  const { task, start, cancel } = useTask<QueryRun>()
  return { task, cancel, run: (question) => start((signal, report) => runQuery(client, question, signal, report)) }
}
