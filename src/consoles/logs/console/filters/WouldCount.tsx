import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { LogsClient } from '#clients/cloudwatch-logs.ts'
import { messageInSearch } from '#languages/filter-pattern/diagnostics.ts'
import { filterPattern } from '#languages/filter-pattern/index.ts'
import { MINUTE, type Millis, type TimeRange } from '#lib/time.ts'
import { Chart } from '#ui/chart/Chart.tsx'
import { useTimes } from '#ui/cloudscape/use-times.ts'
import { countOf } from '#ui/kit/counts.ts'
import { throwIfRefused } from '#ui/pane/throw-if-refused.ts'
import { useTask } from '#ui/pane/use-task.ts'
import { countEvents, datapointsOf, type CountedEvents } from './counted-events.ts'
import type { FilterDraft } from './filter-draft.ts'

type WouldCountProps = {
  readonly logs: LogsClient
  readonly group: string
  readonly draft: FilterDraft
  readonly range: TimeRange
  readonly now: Millis
}

type Found = CountedEvents & { readonly pattern: string; readonly range: TimeRange }

/** The metric as it would be now, had the filter stood all along: a filter itself counts from its making on only. */
export function WouldCount({ logs, group, draft, range: whole, now }: WouldCountProps) {
  const { task, start, cancel } = useTask<Found>()
  const { pattern } = draft
  const range = { start: whole.start, end: Math.min(whole.end, now + 1) }
  const count = () =>
    start(async (signal, report) => {
      throwIfRefused(filterPattern, pattern, messageInSearch)
      const asked = { pattern, range }
      return { ...asked, ...(await countEvents(logs, { group, ...asked }, signal, (soFar) => report({ ...asked, ...soFar }))) }
    })
  const found = task.status === 'failed' ? undefined : task.value
  const isRunning = task.status === 'running'
  return (
    <Container
      header={
        <Header
          variant="h2"
          description="A metric filter counts from the moment it is made. This is what it would have published until now."
          actions={
            isRunning ? (
              <Button onClick={cancel}>Cancel</Button>
            ) : (
              <Button onClick={count}>{found === undefined ? 'Draw the graph' : 'Draw it again'}</Button>
            )
          }
        >
          What it would have counted
        </Header>
      }
    >
      <SpaceBetween size="s">
        {task.status === 'failed' ? <Alert type="error">{task.error?.message}</Alert> : null}
        {found === undefined ? <Box variant="p">Nothing is drawn yet.</Box> : <Graph found={found} draft={draft} isRunning={isRunning} />}
      </SpaceBetween>
    </Container>
  )
}

function Graph({ found, draft, isRunning }: { readonly found: Found; readonly draft: FilterDraft; readonly isRunning: boolean }) {
  const { moment } = useTimes()
  const { pattern, range, count } = found
  const value = Number(draft.value.trim() || Number.NaN)
  const isNumber = Number.isFinite(value)
  const otherwise = draft.defaultValue.trim() === '' ? undefined : Number(draft.defaultValue)
  const points = datapointsOf(found, isNumber ? value : 1, Number.isFinite(otherwise) ? otherwise : undefined)
  const said = `${countOf(count, 'event')} of ${moment(range.start)} to ${moment(range.end)} ${count === 1 ? 'fits' : 'fit'}`
  return (
    <>
      <output>
        {isRunning ? `${said} so far.` : `${said}: ${countOf(points.length, 'datapoint')}, one a minute.`}
        {draft.pattern === pattern ? '' : ' The pattern has changed since.'}
      </output>
      {isNumber ? null : <Box variant="p">The value of each datapoint would come out of the events; the graph counts the events.</Box>}
      {points.length === 0 ? null : (
        <Chart
          kind="time"
          title={isNumber && value !== 1 ? `Sum, ${value} an event` : 'Events that fit, a minute'}
          series={[{ label: draft.metric.trim() || 'events that fit', points, step: MINUTE }]}
          span={range}
        />
      )}
    </>
  )
}
