import { useEffect } from 'react'
import type { FilteredLogEvent, LogsClient } from '#clients/cloudwatch-logs.ts'
import type { TimeRange } from '#lib/time.ts'
import { useTask } from '#ui/pane/use-task.ts'
import { readEvents } from './use-filtered-events.ts'

/** What is there before anything is filtered; `isComplete` when `events` are all of it. */
export type WholeLog = { readonly events: readonly FilteredLogEvent[]; readonly isComplete: boolean; readonly total: number }

const wait = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds))

/** How many events there are, asked of Logs Insights, since FilterLogEvents would have to send them all. */
async function countEvents(client: LogsClient, group: string, range: TimeRange, signal: AbortSignal): Promise<number> {
  const { queryId } = await client.startQuery({
    logGroupName: group,
    startTime: Math.floor(range.start / 1000),
    endTime: Math.floor((range.end - 1) / 1000),
    queryString: 'stats count(*) as total',
  })
  while (!signal.aborted) {
    const answer = await client.getQueryResults({ queryId })
    if (answer.status === 'Complete') return Number(answer.results[0]?.find((cell) => cell.field === 'total')?.value ?? 0)
    if (answer.status !== 'Running' && answer.status !== 'Scheduled')
      throw new Error(`cannot count the events: the query ended as ${answer.status}`)
    await wait(50)
  }
  return 0
}

/** All events of a group and time as far as a pane holds them, and how many there are; read once for each. */
export function useWholeLog(client: LogsClient, group: string, range: TimeRange): WholeLog | undefined {
  const { task, start } = useTask<WholeLog>()
  useEffect(() => {
    start(async (signal) => {
      const found = await readEvents(client, {
        signal,
        before: { search: { group, range: { start: range.start, end: range.end }, pattern: '' }, events: [] },
      })
      const isComplete = found.next === undefined
      return { events: found.events, isComplete, total: isComplete ? found.events.length : await countEvents(client, group, range, signal) }
    })
    // `start` is new at every draw; what is asked is the rest.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [client, group, range.start, range.end])
  return task.status === 'done' ? task.value : undefined
}
