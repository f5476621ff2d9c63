import { useEffect } from 'react'
import type { FilteredLogEvent, LogsClient } from '#clients/cloudwatch-logs.ts'
import type { TimeRange } from '#lib/time.ts'
import { useTask } from '#ui/pane/use-task.ts'
import { readEvents } from './use-filtered-events.ts'

/** What is there before anything is filtered; `isComplete` when `events` are all of it. */
export type WholeLog = { readonly events: readonly FilteredLogEvent[]; readonly isComplete: boolean; readonly total: number }

type Source = { readonly group: string; readonly stream: string | undefined; readonly range: TimeRange }

/** How many events there are, asked of Logs Insights, since FilterLogEvents would have to send them all. */
async function countEvents(client: LogsClient, { group, stream, range }: Source, signal: AbortSignal): Promise<number> {
  const query = stream === undefined ? 'stats count(*)' : `filter @logStream = ${JSON.stringify(stream)} | stats count(*)`
  const { statistics } = await client.runQuery({ query, groups: [group], start: range.start, end: range.end - 1, signal })
  return statistics.recordsMatched
}

/** All events of a group, or of one of its streams, and a time as far as a pane holds them, and how many there are; read once for each. */
export function useWholeLog(client: LogsClient, { group, stream, range: { start: from, end: to } }: Source): WholeLog | undefined {
  const { task, start } = useTask<WholeLog>()
  useEffect(() => {
    if (group === '') return
    start(async (signal) => {
      const source = { group, stream, range: { start: from, end: to } }
      const found = await readEvents(client, { search: { ...source, pattern: '' }, events: [] }, signal)
      const isComplete = found.next === undefined
      return { events: found.events, isComplete, total: isComplete ? found.events.length : await countEvents(client, source, signal) }
    })
  }, [start, client, group, stream, from, to])
  return task.status === 'done' ? task.value : undefined
}
