import Button from '@cloudscape-design/components/button'
import Link from '@cloudscape-design/components/link'
import type { TableProps } from '@cloudscape-design/components/table'
import { useMemo } from 'react'
import type { DescribedLogStream, LogsClient } from '#clients/cloudwatch-logs.ts'
import { DataTable } from '#ui/cloudscape/DataTable.tsx'
import { Nothing } from '#ui/cloudscape/Nothing.tsx'
import { useTimes, type Times } from '#ui/cloudscape/use-times.ts'
import { useLoaded } from '#ui/console/use-loaded.ts'
import type { LogsPageProps } from '../logs-page-props.ts'

/** More streams than this nobody pages through; the filter asks among the newest. */
const MOST = 1000

/** A group's streams, the one that spoke last first. */
export function StreamsTab({ console, logs, group }: LogsPageProps) {
  const { value, error, reload } = useLoaded(`${console.account} ${group}`, (signal) => readStreams(logs, group, signal))
  const times = useTimes()
  const columns = useMemo(
    () => columnsOf((stream) => console.href('cloudwatch/logs/events', { group, stream }), times),
    [console, group, times],
  )
  return (
    <DataTable
      title="Log streams"
      noun="log stream"
      isGreatestFirst
      items={value}
      error={error}
      onRetry={reload}
      columns={columns}
      keyOf={({ logStreamName }) => logStreamName}
      textOf={({ logStreamName }) => logStreamName}
      empty={<Nothing title="No log streams">Nothing has been logged to this group yet.</Nothing>}
      actions={<Button iconName="refresh" ariaLabel="Read the log streams again" onClick={reload} />}
      {...(value && value.length >= MOST ? { description: `The ${MOST} that spoke last` } : {})}
    />
  )
}

async function readStreams(logs: LogsClient, logGroupName: string, signal: AbortSignal): Promise<readonly DescribedLogStream[]> {
  const streams: DescribedLogStream[] = []
  for (let nextToken: string | undefined; ;) {
    const page = await logs.describeLogStreams({ logGroupName, orderBy: 'LastEventTime', descending: true, nextToken }, signal)
    streams.push(...page.logStreams)
    if (page.nextToken === undefined || streams.length >= MOST) return streams.slice(0, MOST)
    nextToken = page.nextToken
  }
}

const byLastEvent = (left: DescribedLogStream, right: DescribedLogStream): number =>
  (left.lastEventTimestamp ?? 0) - (right.lastEventTimestamp ?? 0)

const columnsOf = (href: (stream: string) => string, times: Times): readonly TableProps.ColumnDefinition<DescribedLogStream>[] => [
  {
    id: 'last',
    header: 'Last event time',
    // what is sorted by at first stands first in the list of columns that can be
    sortingComparator: byLastEvent,
    cell: ({ lastEventTimestamp }) => times.moment(lastEventTimestamp),
  },
  {
    id: 'name',
    header: 'Log stream',
    sortingField: 'logStreamName',
    isRowHeader: true,
    cell: ({ logStreamName }) => <Link href={href(logStreamName)}>{logStreamName}</Link>,
  },
  {
    id: 'first',
    header: 'First event time',
    sortingField: 'firstEventTimestamp',
    cell: ({ firstEventTimestamp }) => times.moment(firstEventTimestamp),
  },
]
