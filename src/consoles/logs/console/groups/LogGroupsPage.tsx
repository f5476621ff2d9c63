import Button from '@cloudscape-design/components/button'
import ButtonDropdown from '@cloudscape-design/components/button-dropdown'
import Link from '@cloudscape-design/components/link'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { TableProps } from '@cloudscape-design/components/table'
import { useMemo, useState } from 'react'
import type { DescribedLogGroup } from '#clients/cloudwatch-logs.ts'
import { DataTable } from '#ui/cloudscape/DataTable.tsx'
import { Nothing } from '#ui/cloudscape/Nothing.tsx'
import { useTimes, type Times } from '#ui/cloudscape/use-times.ts'
import type { ConsoleProps } from '#ui/console/console-props.ts'
import { useLoaded } from '#ui/console/use-loaded.ts'
import { formatBytes } from '#ui/kit/counts.ts'
import type { LogsPageProps } from '../logs-page-props.ts'
import { CreateGroup } from './CreateGroup.tsx'
import { DeleteGroups } from './DeleteGroups.tsx'
import { EditRetention } from './EditRetention.tsx'
import { retentionPhrase } from './retention.ts'

type Open = 'create' | 'delete' | 'retention'

/** Every log group of the account. */
export function LogGroupsPage({ console, logs }: LogsPageProps) {
  const { value: groups, error, reload } = useLoaded(console.account, (signal) => logs.allLogGroups(signal))
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [open, setOpen] = useState<Open>()
  const times = useTimes()
  const columns = useMemo(() => columnsOf(console, times), [console, times])
  const selected = groups?.filter(({ logGroupName }) => chosen.includes(logGroupName)) ?? []
  const one = selected.length === 1 ? selected[0] : undefined
  const close = () => setOpen(undefined)
  const changed = () => {
    close()
    setChosen([])
    reload()
  }
  return (
    <>
      <DataTable
        title="Log groups"
        noun="log group"
        headingLevel="h1"
        items={groups}
        error={error}
        onRetry={reload}
        columns={columns}
        keyOf={({ logGroupName }) => logGroupName}
        textOf={({ logGroupName }) => logGroupName}
        filterPlaceholder="Find log groups by a part of their name"
        filterText={console.query.get('prefix') ?? ''}
        onFilter={(text) => console.onQueryChange({ prefix: text || undefined })}
        selection="multi"
        selected={selected}
        onSelect={(items) => setChosen(items.map(({ logGroupName }) => logGroupName))}
        empty={
          <Nothing title="No log groups" action={<Button onClick={() => setOpen('create')}>Create log group</Button>}>
            This account has none yet.
          </Nothing>
        }
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button iconName="refresh" ariaLabel="Read the log groups again" onClick={reload} />
            <ButtonDropdown
              items={[
                { id: 'retention', text: 'Edit retention setting', disabled: one === undefined },
                { id: 'filter', text: 'Create metric filter', disabled: one === undefined },
                { id: 'delete', text: 'Delete log groups', disabled: selected.length === 0 },
              ]}
              onItemClick={({ detail }) => {
                if (detail.id === 'filter') console.go('cloudwatch/logs/metric-filter', { group: one?.logGroupName })
                else setOpen(detail.id === 'delete' ? 'delete' : 'retention')
              }}
            >
              Actions
            </ButtonDropdown>
            <Button
              disabled={selected.length === 0}
              onClick={() => console.go('cloudwatch/insights', { group: selected.map(({ logGroupName }) => logGroupName).join(',') })}
            >
              View in Logs Insights
            </Button>
            <Button variant="primary" onClick={() => setOpen('create')}>
              Create log group
            </Button>
          </SpaceBetween>
        }
      />
      {open === 'create' ? <CreateGroup logs={logs} onCancel={close} onDone={changed} /> : null}
      {open === 'delete' ? <DeleteGroups logs={logs} names={chosen} onCancel={close} onDone={changed} /> : null}
      {open === 'retention' && one ? <EditRetention logs={logs} group={one} onCancel={close} onDone={changed} /> : null}
    </>
  )
}

const byRetention = (left: DescribedLogGroup, right: DescribedLogGroup): number =>
  (left.retentionInDays ?? Number.MAX_SAFE_INTEGER) - (right.retentionInDays ?? Number.MAX_SAFE_INTEGER)

const columnsOf = ({ href }: ConsoleProps, times: Times): readonly TableProps.ColumnDefinition<DescribedLogGroup>[] => [
  {
    id: 'name',
    header: 'Log group',
    sortingField: 'logGroupName',
    isRowHeader: true,
    cell: ({ logGroupName: group }) => <Link href={href('cloudwatch/logs/group', { group })}>{group}</Link>,
  },
  {
    id: 'retention',
    header: 'Retention',
    sortingComparator: byRetention,
    cell: ({ retentionInDays }) => retentionPhrase(retentionInDays),
  },
  {
    id: 'filters',
    header: 'Metric filters',
    sortingField: 'metricFilterCount',
    cell: ({ metricFilterCount: count, logGroupName: group }) =>
      count === 0 ? (
        '-'
      ) : (
        <Link href={href('cloudwatch/logs/group', { group, tab: 'filters' })}>{count === 1 ? '1 filter' : `${count} filters`}</Link>
      ),
  },
  { id: 'bytes', header: 'Stored bytes', sortingField: 'storedBytes', cell: ({ storedBytes }) => formatBytes(storedBytes) },
  {
    id: 'created',
    header: 'Creation time',
    sortingField: 'creationTime',
    cell: ({ creationTime }) => times.moment(creationTime),
  },
]
