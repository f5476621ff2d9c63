import type { FilteredLogEvent, LogsClient } from '#clients/cloudwatch-logs.ts'
import { filterPattern } from '#languages/filter-pattern/index.ts'
import { messageInSearch } from '#languages/filter-pattern/diagnostics.ts'
import type { TimeRange } from '#lib/time.ts'
import { throwIfRefused } from '#ui/pane/throw-if-refused.ts'
import { useTask, type Task } from '#ui/pane/use-task.ts'

export type Search = { readonly group: string; readonly stream?: string | undefined; readonly range: TimeRange; readonly pattern: string }

/** `next`: there may be more behind the last event. */
export type Found = { readonly search: Search; readonly events: readonly FilteredLogEvent[]; readonly next?: string }

/** The most events a pane holds before it asks whether to go on. */
const MOST = 10_000

/** Follows the pages of FilterLogEvents until the log or the pane's fill of events ends. */
export async function readEvents(client: LogsClient, before: Found, signal: AbortSignal, report?: (found: Found) => void): Promise<Found> {
  const { group, stream, range, pattern } = before.search
  const most = before.events.length + MOST
  let found = before
  do {
    const input = {
      logGroupName: group,
      logStreamNames: stream === undefined ? undefined : [stream],
      startTime: Math.floor(range.start),
      endTime: Math.ceil(range.end) - 1,
      filterPattern: pattern || undefined,
      nextToken: found.next,
    }
    const page = await client.filterLogEvents(input, signal)
    found = { search: before.search, events: [...found.events, ...page.events], next: page.nextToken }
    report?.(found)
  } while (found.next !== undefined && found.events.length < most)
  return found
}

type FilteredEvents = { readonly task: Task<Found>; run(search: Search): void; more(): void; cancel(): void }

/** The events a pattern keeps. */
export function useFilteredEvents(client: LogsClient): FilteredEvents {
  const { task, start, cancel } = useTask<Found>()
  return {
    task,
    cancel,
    run: (search) =>
      start(async (signal, report) => {
        throwIfRefused(filterPattern, search.pattern, messageInSearch)
        return readEvents(client, { search, events: [] }, signal, report)
      }),
    more: () => {
      const before = task.value
      if (before) start((signal, report) => readEvents(client, before, signal, report))
    },
  }
}
