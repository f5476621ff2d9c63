import type { FilteredLogEvent, LogsClient } from '#clients/cloudwatch-logs.ts'
import type { TimeRange } from '#lib/time.ts'
import { useTask, type Task } from '#ui/pane/use-task.ts'

export type Search = { readonly group: string; readonly range: TimeRange; readonly pattern: string }

/** `next`: there may be more behind the last event. */
export type Found = { readonly search: Search; readonly events: readonly FilteredLogEvent[]; readonly next?: string }

/** The most events a pane holds before it asks whether to go on. */
export const MOST = 10_000

type Ask = { readonly signal: AbortSignal; readonly before: Found; report?(found: Found): void }

/** Follows the pages of FilterLogEvents until the log or the pane's fill of events ends. */
export async function readEvents(client: LogsClient, { signal, before, report }: Ask): Promise<Found> {
  const { search } = before
  const most = before.events.length + MOST
  let found = before
  do {
    const page = await client.filterLogEvents({
      logGroupName: search.group,
      startTime: Math.floor(search.range.start),
      endTime: Math.ceil(search.range.end) - 1,
      ...(search.pattern === '' ? {} : { filterPattern: search.pattern }),
      ...(found.next === undefined ? {} : { nextToken: found.next }),
    })
    const events = [...found.events, ...page.events]
    found = page.nextToken === undefined ? { search, events } : { search, events, next: page.nextToken }
    report?.(found)
  } while (found.next !== undefined && found.events.length < most && !signal.aborted)
  return found
}

type FilteredEvents = { readonly task: Task<Found>; run(search: Search): void; more(): void; cancel(): void }

/** The events a pattern keeps. */
export function useFilteredEvents(client: LogsClient): FilteredEvents {
  const { task, start, cancel } = useTask<Found>()
  return {
    task,
    cancel,
    run: (search) => start((signal, report) => readEvents(client, { signal, before: { search, events: [] }, report })),
    more: () => {
      const before = task.value
      if (before) start((signal, report) => readEvents(client, { signal, before, report }))
    },
  }
}
