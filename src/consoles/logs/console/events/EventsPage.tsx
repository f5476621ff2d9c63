import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { filterPattern } from '#languages/filter-pattern/index.ts'
import { TimeRangeControl } from '#ui/cloudscape/TimeRangeControl.tsx'
import { useTimes } from '#ui/cloudscape/use-times.ts'
import { useConsoleRange } from '#ui/console/use-console-range.ts'
import { Editor } from '#ui/editor/Editor.tsx'
import { useDiagnostics } from '#ui/editor/use-diagnostics.ts'
import { CopyButton } from '#ui/kit/CopyButton.tsx'
import { useMedia } from '#ui/use-media.ts'
import { useFields } from '#ui/pane/use-fields.ts'
import { awsCommand } from '../../aws-command.ts'
import type { LogsPageProps } from '../logs-page-props.ts'
import { readAround, writeAround } from './event-context.ts'
import { EventList } from './EventList.tsx'
import styles from './Events.module.css'
import { useEventPages } from './use-event-pages.ts'

/** A group's events, or one stream's, behind AWS's filter bar. */
export function EventsPage({ console, logs, watchkeeper, group, stream }: LogsPageProps) {
  const { account, query, onQueryChange } = console
  const { chosen, range, choose, refresh } = useConsoleRange(console)
  const pager = useEventPages(logs)
  const { exact } = useTimes()
  const fields = useFields(watchkeeper, account, group, range)
  const pattern = query.get('pattern') ?? ''
  const [typed, setTyped] = useTyped(pattern)
  const diagnostics = useDiagnostics(filterPattern, typed)

  const around = stream === undefined ? undefined : readAround(query)
  const aroundKey = around && JSON.stringify(around)
  const search = around ? { group, stream, pattern: '', range: console.range, around } : { group, stream, pattern, range }
  const { run } = pager
  // a phone has no room for columns
  const isNarrow = useMedia('(max-width: 719px)')
  const view = query.get('view') ?? (isNarrow ? 'text' : 'rows')
  const looks = { view: view === 'text' ? 'text' : 'rows', isWrapped: (query.get('wrap') ?? (isNarrow ? 'on' : 'off')) === 'on' } as const
  useEffect(() => {
    run(search)
    // asks again for another group, pattern or time only
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [logs, group, stream, pattern, range, aroundKey])
  // at once: the link and the range lead to one search together
  const submit = () =>
    flushSync(() => {
      refresh()
      onQueryChange({ pattern: typed === '' ? undefined : typed })
    })
  return (
    <>
      <Header
        variant="h1"
        description={stream === undefined ? 'Every stream of this log group. A pattern keeps what fits it.' : `A stream of ${group}`}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button iconName="refresh" ariaLabel="Read the events again" onClick={refresh} />
            <Button onClick={() => console.go('cloudwatch/logs/live-tail', { group, stream, pattern: typed || undefined })}>
              Start tailing
            </Button>
            <Button onClick={() => console.go('cloudwatch/logs/metric-filter', { group, pattern: typed || undefined })}>
              Create metric filter
            </Button>
          </SpaceBetween>
        }
      >
        {stream ?? 'Log events'}
      </Header>
      {around ? (
        <Alert
          type="info"
          action={
            <Button onClick={() => onQueryChange({ around: undefined, event: undefined })}>Show the stream with its filter bar</Button>
          }
        >
          The event of {exact(around.timestamp)} with what its stream says before and after it.
        </Alert>
      ) : (
        <Container>
          <div className={styles.filter}>
            <div className={styles.pattern}>
              <Editor
                language={filterPattern}
                label="Filter pattern"
                value={typed}
                onChange={setTyped}
                diagnostics={diagnostics}
                fields={fields ?? []}
                isSingleLine
                placeholder="Filter events: type a pattern and press Enter"
                onRun={submit}
              />
            </div>
            <SpaceBetween direction="horizontal" size="xs" alignItems="center">
              <Button variant="primary" onClick={submit}>
                Search
              </Button>
              <Button disabled={typed === '' && pattern === ''} onClick={() => (setTyped(''), onQueryChange({ pattern: undefined }))}>
                Clear
              </Button>
              <CopyButton label="Copy as AWS CLI" text={() => awsCommand(group, range, typed)} />
            </SpaceBetween>
            <TimeRangeControl chosen={chosen} whole={console.range} now={console.now} onChoose={choose} />
          </div>
        </Container>
      )}
      <EventList
        watchkeeper={watchkeeper}
        task={pager.task}
        isStream={stream !== undefined}
        looks={looks}
        onLooks={({ view: shown, isWrapped }) => onQueryChange({ view: shown, wrap: isWrapped ? 'on' : 'off' })}
        contextHref={({ timestamp, eventId, logStreamName = stream }) =>
          eventId === undefined || around
            ? undefined
            : console.href('cloudwatch/logs/events', { group, stream: logStreamName, ...writeAround({ timestamp, eventId }) })
        }
        streamHref={(name) => console.href('cloudwatch/logs/events', { group, stream: name })}
        onMore={pager.more}
        onCancel={pager.cancel}
        onClear={() => onQueryChange({ pattern: undefined, start: undefined, end: undefined, last: undefined })}
      />
    </>
  )
}

/** What is typed, until another pattern comes out of the link. */
function useTyped(pattern: string) {
  const [state, setState] = useState({ pattern, typed: pattern })
  if (state.pattern !== pattern) setState({ pattern, typed: pattern })
  return [state.typed, (typed: string) => setState({ pattern, typed })] as const
}
