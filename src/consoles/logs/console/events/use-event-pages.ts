import type { FilteredLogEvent, LogsClient, OutputLogEvent } from '#clients/cloudwatch-logs.ts'
import { messageInSearch } from '#languages/filter-pattern/diagnostics.ts'
import { filterPattern } from '#languages/filter-pattern/index.ts'
import type { TimeRange } from '#lib/time.ts'
import { throwIfRefused } from '#ui/pane/throw-if-refused.ts'
import { useTask, type Task } from '#ui/pane/use-task.ts'
import { readContext, type Around } from './event-context.ts'

export type EventSearch = {
  readonly group: string
  readonly stream: string | undefined
  readonly pattern: string
  readonly range: TimeRange
  /** One event of the stream, read with what stands before and after it. */
  readonly around?: Around | undefined
}

export type ShownEvent = OutputLogEvent & {
  readonly id: string
  /** Absent where one stream is shown. */
  readonly logStreamName?: string
  readonly eventId?: string
}

export type EventPages = {
  readonly search: EventSearch
  readonly events: readonly ShownEvent[]
  /** Where it goes on towards the past; undefined at its beginning. */
  readonly older: string | undefined
  /** Where it goes on towards the present; undefined when a search has come to its end. */
  readonly newer: string | undefined
  /** How many came last. */
  readonly added: number
  /** The event that was looked for. */
  readonly marked?: string | undefined
}

/** Events that are fetched at once. */
const PAGE = 200

type Watch = { readonly signal: AbortSignal; report(pages: EventPages): void }

/** A stream as it stands is read from its end, by GetLogEvents; with a pattern, or over a group, it is searched from its beginning. */
const isTail = ({ stream, pattern }: EventSearch): boolean => stream !== undefined && pattern.trim() === ''

async function first(logs: LogsClient, search: EventSearch, watch: Watch): Promise<EventPages> {
  throwIfRefused(filterPattern, search.pattern, messageInSearch)
  const none = { search, events: [], older: undefined, newer: undefined, added: 0 }
  if (search.around !== undefined) return context(logs, none, watch)
  return isTail(search) ? tail(logs, none, undefined, watch) : filter(logs, none, watch)
}

async function context(logs: LogsClient, none: EventPages, { signal }: Watch): Promise<EventPages> {
  const { group, stream = '', around } = none.search
  if (around === undefined) return none
  const { events, at, older, newer } = await readContext(logs, { group, stream, around }, signal)
  const idOf = (index: number) => `around-${index}`
  return {
    ...none,
    events: events.map((event, index) => ({ ...event, id: idOf(index) })),
    older,
    newer,
    added: events.length,
    marked: at === undefined ? undefined : idOf(at),
  }
}

type Direction = 'older' | 'newer'

async function tail(logs: LogsClient, before: EventPages, direction: Direction | undefined, { signal }: Watch): Promise<EventPages> {
  const { group, stream = '', range } = before.search
  const page = await logs.getLogEvents(
    {
      logGroupName: group,
      logStreamName: stream,
      startTime: Math.floor(range.start),
      endTime: Math.ceil(range.end),
      limit: PAGE,
      startFromHead: false,
      ...(direction === undefined ? {} : { nextToken: before[direction] }),
    },
    signal,
  )
  const isEnd = page.events.length === 0
  const count = before.events.length
  const fresh = page.events.map((event, at): ShownEvent => ({ ...event, id: `${direction ?? 'first'}-${count}-${at}` }))
  return {
    ...before,
    events: direction === 'older' ? [...fresh, ...before.events] : [...before.events, ...fresh],
    older: direction === 'newer' ? before.older : isEnd ? undefined : page.nextBackwardToken,
    newer: direction === 'older' ? before.newer : page.nextForwardToken,
    added: fresh.length,
  }
}

/** Until a page is full or the range is through; an empty page is no end. */
async function filter(logs: LogsClient, before: EventPages, { signal, report }: Watch): Promise<EventPages> {
  const { group, stream, pattern, range } = before.search
  let pages = { ...before, added: 0 }
  do {
    const page = await logs.filterLogEvents(
      {
        logGroupName: group,
        ...(stream === undefined ? {} : { logStreamNames: [stream] }),
        startTime: Math.floor(range.start),
        endTime: Math.ceil(range.end) - 1,
        ...(pattern.trim() === '' ? {} : { filterPattern: pattern }),
        limit: PAGE,
        nextToken: pages.newer,
      },
      signal,
    )
    const fresh = page.events.map((event) => shown(event, stream === undefined))
    pages = { ...pages, events: [...pages.events, ...fresh], newer: page.nextToken, added: pages.added + fresh.length }
    report(pages)
  } while (pages.newer !== undefined && pages.added < PAGE)
  return pages
}

function shown({ logStreamName, ...event }: FilteredLogEvent, hasStream: boolean): ShownEvent {
  return { ...event, id: event.eventId, ...(hasStream ? { logStreamName } : {}) }
}

type EventPager = {
  readonly task: Task<EventPages>
  run(search: EventSearch): void
  /** More of the same towards the past or the present. */
  more(direction: Direction): void
  cancel(): void
}

/** Log events a page at a time, as AWS's console loads them. */
export function useEventPages(logs: LogsClient): EventPager {
  const { task, start, cancel } = useTask<EventPages>()
  return {
    task,
    cancel,
    run: (search) => start((signal, report) => first(logs, search, { signal, report })),
    more: (direction) => {
      const before = task.value
      if (before === undefined) return
      start((signal, report) =>
        isTail(before.search) ? tail(logs, before, direction, { signal, report }) : filter(logs, before, { signal, report }),
      )
    },
  }
}
