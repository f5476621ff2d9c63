import { useEffect } from 'react'
import type { LogsClient } from '#clients/cloudwatch-logs.ts'
import { useTask, type Task } from '#ui/pane/use-task.ts'
import { narrowedTo } from '../../narrowed.ts'
import { runQuery, type QueryRun, type Question } from '../../use-query.ts'
import { patternOf, type FoundPattern } from './found-pattern.ts'

export type FoundPatterns = { readonly question: Question; readonly patterns: readonly FoundPattern[] }

/** The patterns of the events that come through a query's filters; sought once for each run, when somebody looks. */
export function usePatterns(client: LogsClient, run: QueryRun | undefined, isLookedAt: boolean): Task<FoundPatterns> {
  const { task, start } = useTask<FoundPatterns>()
  const question = isLookedAt ? run?.question : undefined
  const known = task.value?.question
  useEffect(() => {
    if (question === undefined || question === known) return
    start(async (signal) => {
      const found = await runQuery(client, { ...question, query: narrowedTo(question.query, 'pattern @message') }, signal)
      return { question, patterns: found.rows.map(patternOf) }
    })
    // asks for another question only: what is known follows from it
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [client, start, question])
  return task
}
