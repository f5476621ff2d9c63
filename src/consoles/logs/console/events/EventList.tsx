import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SegmentedControl from '@cloudscape-design/components/segmented-control'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Spinner from '@cloudscape-design/components/spinner'
import Toggle from '@cloudscape-design/components/toggle'
import type { ReactNode } from 'react'
import type { WatchkeeperClient } from '#clients/watchkeeper.ts'
import { Failure } from '#ui/cloudscape/Failure.tsx'
import { Nothing } from '#ui/cloudscape/Nothing.tsx'
import { countOf } from '#ui/kit/counts.ts'
import { useWait } from '#ui/kit/use-wait.ts'
import type { Task } from '#ui/pane/use-task.ts'
import { useExplanations } from '../../use-explanations.ts'
import type { EventViewProps } from './event-view-props.ts'
import { EventRows } from './EventRows.tsx'
import { EventText } from './EventText.tsx'
import styles from './Events.module.css'
import type { EventPages } from './use-event-pages.ts'

export type EventLooks = { readonly view: 'rows' | 'text'; readonly isWrapped: boolean }

type EventListProps = {
  readonly watchkeeper: WatchkeeperClient
  readonly task: Task<EventPages>
  /** One stream, whose events need not name it. */
  readonly isStream: boolean
  readonly looks: EventLooks
  onLooks(looks: EventLooks): void
  streamHref(stream: string): string
  contextHref: EventViewProps['contextHref']
  onMore(direction: 'older' | 'newer'): void
  onCancel(): void
  /** Lifts pattern and time range. */
  onClear(): void
}

/** The events there are so far, as rows or as text, and the ways to older and newer ones. */
export function EventList(props: EventListProps) {
  const { task, looks, isStream, onLooks, onMore } = props
  const pages = task.value
  const events = pages?.events ?? []
  const pattern = pages?.search.pattern
  const explanations = useExplanations(
    props.watchkeeper,
    pattern,
    events.map(({ message }) => message),
  )
  const isRunning = task.status === 'running'
  if (task.status === 'failed') return <Failure title="The events could not be read" error={task.error} />
  const Events = looks.view === 'text' ? EventText : EventRows
  return (
    <Container
      header={
        <Header
          variant="h2"
          counter={
            pages === undefined || (events.length === 0 && isRunning)
              ? ''
              : `(${events.length}${pages.newer !== undefined && !isStream ? '+' : ''})`
          }
          actions={
            <SpaceBetween direction="horizontal" size="m" alignItems="center">
              <Toggle checked={looks.isWrapped} onChange={({ detail }) => onLooks({ ...looks, isWrapped: detail.checked })}>
                Wrap lines
              </Toggle>
              <SegmentedControl
                label="Show the events as"
                selectedId={looks.view}
                options={[
                  { id: 'rows', text: 'Rows' },
                  { id: 'text', text: 'Text' },
                ]}
                onChange={({ detail }) => onLooks({ ...looks, view: detail.selectedId === 'text' ? 'text' : 'rows' })}
              />
            </SpaceBetween>
          }
        >
          Events
        </Header>
      }
    >
      {pages === undefined || (events.length === 0 && isRunning) ? (
        <Searching count={0} isRunning={isRunning} onCancel={props.onCancel} />
      ) : events.length === 0 ? (
        <NoEvents pattern={pages.search.pattern} isCancelled={task.status === 'cancelled'} onClear={props.onClear} />
      ) : (
        <>
          {isStream && pages.search.pattern.trim() === '' ? (
            <Edge>
              {pages.older === undefined ? (
                'There are no older events in this time range.'
              ) : (
                <Button variant="inline-link" disabled={isRunning} onClick={() => onMore('older')}>
                  Load older events
                </Button>
              )}
            </Edge>
          ) : null}
          <Events
            key={pages.marked}
            marked={pages.marked}
            contextHref={props.contextHref}
            events={events}
            isStream={isStream}
            isWrapped={looks.isWrapped}
            explanations={explanations}
            streamHref={props.streamHref}
          />
          <NewerEdge pages={pages} isRunning={isRunning} onMore={onMore} onCancel={props.onCancel} />
        </>
      )}
    </Container>
  )
}

const Edge = ({ children }: { readonly children: ReactNode }) => <div className={styles.edge}>{children}</div>

type NewerEdgeProps = { readonly pages: EventPages; readonly isRunning: boolean } & Pick<EventListProps, 'onMore' | 'onCancel'>

function NewerEdge({ pages, isRunning, onMore, onCancel }: NewerEdgeProps) {
  if (isRunning) return <Searching count={pages.events.length} isRunning onCancel={onCancel} />
  if (pages.newer === undefined) return <Edge>There are no newer events in this time range.</Edge>
  return (
    <Edge>
      {pages.added === 0 ? 'No newer events at this moment.' : null}
      <Button variant="inline-link" onClick={() => onMore('newer')}>
        {pages.added === 0 ? 'Look again' : 'Load newer events'}
      </Button>
    </Edge>
  )
}

function Searching({ count, isRunning, onCancel }: { readonly count: number; readonly isRunning: boolean; onCancel(): void }) {
  const wait = useWait(isRunning)
  if (wait === 'none') return <Edge> </Edge>
  return (
    <Edge>
      <Spinner /> <output>Searching: {countOf(count, 'event')} so far</output>
      {wait === 'progress' ? (
        <Button variant="inline-link" onClick={onCancel}>
          Cancel
        </Button>
      ) : null}
    </Edge>
  )
}

function NoEvents({ pattern, isCancelled, onClear }: { readonly pattern: string; readonly isCancelled: boolean; onClear(): void }) {
  if (isCancelled) return <Nothing title="The search was cancelled">Nothing had been found by then.</Nothing>
  if (pattern.trim() === '')
    return (
      <Nothing title="No events in this time range" action={<Button onClick={onClear}>Show all there is</Button>}>
        Choose a longer one, or another log group.
      </Nothing>
    )
  return (
    <Nothing title="No event is kept" action={<Button onClick={onClear}>Clear pattern and time range</Button>}>
      The pattern <Box variant="code">{pattern}</Box> reads well and fits no event in this time range.
    </Nothing>
  )
}
