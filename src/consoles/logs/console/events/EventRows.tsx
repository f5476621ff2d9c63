import Button from '@cloudscape-design/components/button'
import Link from '@cloudscape-design/components/link'
import Table, { type TableProps } from '@cloudscape-design/components/table'
import { useState } from 'react'
import { useTimes, type Times } from '#ui/cloudscape/use-times.ts'
import { useMedia } from '#ui/use-media.ts'
import { LogText } from '#ui/log/LogText.tsx'
import { FieldList } from '#ui/table/FieldList.tsx'
import type { EventViewProps } from './event-view-props.ts'
import styles from './Events.module.css'
import { Marked } from './Marked.tsx'
import type { ShownEvent } from './use-event-pages.ts'

/** Events as rows, each of which opens to the whole event. */
export function EventRows(props: EventViewProps) {
  const { events, isWrapped } = props
  const times = useTimes()
  const isTight = useMedia('(max-width: 1399px)')
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set(props.marked === undefined ? [] : [props.marked]))
  const toggle = (id: string) => {
    const next = new Set(open)
    if (!next.delete(id)) next.add(id)
    setOpen(next)
  }
  return (
    <Table
      variant="embedded"
      items={events}
      trackBy="id"
      columnDefinitions={columnsOf(props, times, { isOpen: (id) => open.has(id), toggle, width: isTight ? 400 : 560 })}
      resizableColumns
      wrapLines={isWrapped}
      contentDensity="compact"
      cellVerticalAlign="top"
      enableKeyboardNavigation
      ariaLabels={{ tableLabel: 'Log events', resizerRoleDescription: 'Width of the column' }}
    />
  )
}

function columnsOf(
  { isStream, isWrapped, explanations, marked, streamHref, contextHref }: EventViewProps,
  times: Times,
  { isOpen, toggle, width }: { isOpen(id: string): boolean; toggle(id: string): void; readonly width: number },
): readonly TableProps.ColumnDefinition<ShownEvent>[] {
  const opener: TableProps.ColumnDefinition<ShownEvent> = {
    id: 'open',
    header: <span className="visually-hidden">Open</span>,
    width: 52,
    minWidth: 52,
    cell: ({ id, timestamp }) => (
      <Button
        variant="inline-icon"
        iconName={isOpen(id) ? 'caret-down-filled' : 'caret-right-filled'}
        ariaLabel={`${isOpen(id) ? 'Close' : 'Open'} the event of ${times.exact(timestamp)}`}
        ariaExpanded={isOpen(id)}
        onClick={() => toggle(id)}
      />
    ),
  }
  const stamp: TableProps.ColumnDefinition<ShownEvent> = {
    id: 'timestamp',
    header: 'Timestamp',
    width: times.zone === 'utc' ? 244 : 284,
    minWidth: 120,
    isRowHeader: true,
    cell: ({ timestamp }) => <span className={styles.stamp}>{times.exact(timestamp)}</span>,
  }
  const message: TableProps.ColumnDefinition<ShownEvent> = {
    id: 'message',
    header: 'Message',
    minWidth: 320,
    ...(isStream ? {} : { width }),
    cell: (event) => (
      <>
        {event.id === marked ? <Marked /> : null}
        {isOpen(event.id) ? (
          <WholeEvent event={event} times={times} reason={explanations.get(event.message)?.reason} contextHref={contextHref(event)} />
        ) : (
          <span className={styles.message} data-wrapped={isWrapped}>
            <LogText text={event.message} marks={explanations.get(event.message)?.ranges ?? []} />
          </span>
        )}
      </>
    ),
  }
  if (isStream) return [opener, stamp, message]
  const stream: TableProps.ColumnDefinition<ShownEvent> = {
    id: 'stream',
    header: 'Log stream',
    minWidth: 160,
    cell: ({ logStreamName = '' }) => <Link href={streamHref(logStreamName)}>{logStreamName}</Link>,
  }
  return [opener, stamp, message, stream]
}

type WholeEventProps = {
  readonly event: ShownEvent
  readonly times: Times
  readonly reason: string | undefined
  readonly contextHref: string | undefined
}

function WholeEvent({ event, times, reason, contextHref }: WholeEventProps) {
  const { message, timestamp, ingestionTime, logStreamName, eventId } = event
  const fields = [
    { name: 'message', value: message },
    { name: 'timestamp', value: times.exact(timestamp) },
    { name: 'ingestionTime', value: times.exact(ingestionTime) },
    ...(logStreamName === undefined ? [] : [{ name: 'logStreamName', value: logStreamName }]),
    ...(eventId === undefined ? [] : [{ name: 'eventId', value: eventId }]),
  ]
  return (
    <div className={styles.detail}>
      {reason === undefined ? null : <p>{reason}</p>}
      {contextHref === undefined ? null : (
        <Link href={contextHref} variant="primary">
          View in context
        </Link>
      )}
      <FieldList fields={fields} />
    </div>
  )
}
