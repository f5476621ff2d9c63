import { useEffect } from 'react'
import type { LogsClient } from '#clients/cloudwatch-logs.ts'
import { useTask, type Task } from '#ui/pane/use-task.ts'
import type { Row } from '#ui/table/columns.ts'
import { rowsAfter, stagesOf, type Stage } from './stages.ts'
import { runQuery, type Question } from '../use-query.ts'

/** What a stage left. */
export type Step = { readonly stage: Stage; readonly rows: readonly Row[]; readonly count: number }

const everything: Stage = { kind: 'fields', verb: 'every event', command: '', query: 'fields @timestamp, @message' }

/** The rows after each command, had by running the query up to it; first of all, every event there is. */
export function useSteps(client: LogsClient, question: Question | undefined): Task<readonly Step[]> {
  const { task, start } = useTask<readonly Step[]>()
  const key = JSON.stringify(question)
  useEffect(() => {
    if (!question) return
    start(async (signal, report) => {
      const stages = stagesOf(question.query)
      let steps: readonly Step[] = []
      for (const [at, stage] of [everything, ...stages].entries()) {
        if (signal.aborted) break
        const { rows, statistics } = await runQuery(client, { ...question, query: stage.query }, signal)
        steps = [...steps, { stage, rows, count: rowsAfter(stages.slice(0, at), rows.length, statistics.recordsMatched) }]
        report(steps)
      }
      return steps
    })
    // `key` says what `question` holds.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [client, key])
  return task
}
