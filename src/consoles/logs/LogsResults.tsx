import { useState } from 'react'
import type { FilteredLogEvent } from '#clients/cloudwatch-logs.ts'
import type { WatchkeeperClient } from '#clients/watchkeeper.ts'
import { Button } from '#ui/kit/Button.tsx'
import { EmptyState } from '#ui/kit/EmptyState.tsx'
import { Progress, Skeleton } from '#ui/kit/Progress.tsx'
import { useWait } from '#ui/kit/use-wait.ts'
import { LogLines, type LogLine } from '#ui/log/LogLines.tsx'
import type { Task } from '#ui/pane/use-task.ts'
import { PAGE, Pager } from '#ui/table/Pager.tsx'
import { EventDetail } from './EventDetail.tsx'
import { useExplanations } from './use-explanations.ts'
import type { Found } from './use-filtered-events.ts'

type LogsResultsProps = {
  readonly client: WatchkeeperClient
  readonly task: Task<Found>
  /** Every event, where dropped ones are to be seen too. */
  readonly all: readonly FilteredLogEvent[] | undefined
  /** Another pattern, whose matches get a dotted line in the lines this one drops. */
  readonly near: string | undefined
  readonly isForSlide: boolean
  onMore(): void
  onCancel(): void
}

/** The lines of a search, or what stands in their place. */
export function LogsResults({ client, task, all, near, isForSlide, onMore, onCancel }: LogsResultsProps) {
  const wait = useWait(task.status === 'running')
  const found = task.value
  if (task.status === 'failed') {
    return (
      <EmptyState kind="problem" title="CloudWatch Logs refuses this pattern">
        <p>{task.error?.message}</p>
      </EmptyState>
    )
  }
  return (
    <>
      {wait === 'progress' ? <Progress done={found?.events.length ?? 0} unit="events kept so far" onCancel={onCancel} /> : null}
      {found === undefined ? wait === 'none' ? null : <Skeleton rows={6} /> : null}
      {found === undefined ? null : (
        <FoundLines
          key={JSON.stringify(found.search)}
          client={client}
          found={found}
          all={all}
          near={near}
          isForSlide={isForSlide}
          onMore={onMore}
          isRunning={task.status === 'running'}
        />
      )}
    </>
  )
}

type FoundLinesProps = Omit<LogsResultsProps, 'task' | 'onCancel'> & { readonly found: Found; readonly isRunning: boolean }

function FoundLines({ client, found, all, near, isForSlide, onMore, isRunning }: FoundLinesProps) {
  const [page, setPage] = useState(0)
  const kept = new Set(found.events.map((event) => event.eventId))
  const events = all ?? found.events
  const last = Math.max(0, Math.ceil(events.length / PAGE) - 1)
  const shown = Math.min(page, last)
  const visible = events.slice(shown * PAGE, (shown + 1) * PAGE)
  const messages = visible.map((event) => event.message)
  const explanations = useExplanations(client, found.search.pattern, messages)
  const nearby = useExplanations(client, near, messages)
  const byId = new Map(visible.map((event) => [event.eventId, event]))
  const lines = visible.map((event): LogLine => {
    const isKept = kept.has(event.eventId)
    const marks = (isKept ? explanations : nearby).get(event.message)?.ranges
    return { id: event.eventId, timestamp: event.timestamp, message: event.message, isKept, ...(marks ? { marks } : {}) }
  })
  const detail = (line: LogLine) => {
    const event = byId.get(line.id)
    return event ? <EventDetail event={event} reason={explanations.get(event.message)?.reason} /> : null
  }
  if (events.length === 0) return isRunning ? null : <NothingKept pattern={found.search.pattern} />
  return (
    <>
      <LogLines
        label="Log events"
        lines={lines}
        areBothShown={all !== undefined}
        hasTimes={!isForSlide}
        isForSlide={isForSlide}
        {...(isForSlide ? {} : { detail })}
      />
      <Pager
        page={shown}
        size={events.length}
        unit="events"
        onPage={setPage}
        {...(found.next === undefined || isRunning || all
          ? {}
          : {
              more: (
                <Button size="small" onClick={onMore}>
                  Look for more
                </Button>
              ),
            })}
      />
    </>
  )
}

function NothingKept({ pattern }: { readonly pattern: string }) {
  if (pattern === '') return <EmptyState title="There are no events here">Choose another log group, or a longer time range.</EmptyState>
  return (
    <EmptyState title="No event is kept">
      The pattern <code>{pattern}</code> reads well and fits no event in this time range. An empty pattern shows them all.
    </EmptyState>
  )
}
