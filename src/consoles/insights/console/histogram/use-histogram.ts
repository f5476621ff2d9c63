import { useEffect } from 'react'
import type { LogsClient } from '#clients/cloudwatch-logs.ts'
import { useTask } from '#ui/pane/use-task.ts'
import { runQuery, type QueryRun, type Question } from '../../use-query.ts'
import { binsOf, countingQuery, type Bin } from './events-over-time.ts'

type Counted = { readonly question: Question; readonly bins: readonly Bin[] }

/** The events over time behind a query that ran; undefined until they are counted, and where they cannot be. */
export function useHistogram(client: LogsClient, run: QueryRun | undefined): Counted | undefined {
  const { task, start } = useTask<Counted>()
  const question = run?.question
  useEffect(() => {
    if (question === undefined) return
    start(async (signal) => {
      const query = countingQuery(question.query, question.range)
      const counted = await runQuery(client, { ...question, query }, signal)
      return { question, bins: binsOf(counted.rows, question.range) }
    })
  }, [client, start, question])
  return task.status === 'done' && task.value?.question === question ? task.value : undefined
}
