import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { TableProps } from '@cloudscape-design/components/table'
import { useState } from 'react'
import type { DescribedMetricFilter, LogsClient } from '#clients/cloudwatch-logs.ts'
import { ConfirmDelete } from '#ui/cloudscape/dialog/ConfirmDelete.tsx'
import { DataTable } from '#ui/cloudscape/DataTable.tsx'
import { useFlash } from '#ui/cloudscape/flashes.ts'
import { Nothing } from '#ui/cloudscape/Nothing.tsx'
import { useLoaded } from '#ui/console/use-loaded.ts'
import type { LogsPageProps } from '../logs-page-props.ts'
import { useAction } from '#ui/console/use-action.ts'

/** A group's metric filters; `onChange` when there is one less. */
export function MetricFiltersTab({ console, logs, group, onChange }: LogsPageProps & { onChange(): void }) {
  const { value, error, reload } = useLoaded(`${console.account} ${group}`, (signal) => readFilters(logs, group, signal))
  const [chosen, setChosen] = useState<readonly DescribedMetricFilter[]>([])
  const [isDeleting, setDeleting] = useState(false)
  const flash = useFlash()
  const names = chosen.map(({ filterName }) => filterName)
  const action = useAction(() => {
    flash({
      type: 'success',
      content: names.length === 1 ? `Metric filter ${names[0]} has been deleted.` : `${names.length} metric filters have been deleted.`,
    })
    setDeleting(false)
    setChosen([])
    reload()
    onChange()
  })
  const create = () => console.go('cloudwatch/logs/metric-filter', { group })
  return (
    <>
      <DataTable
        title="Metric filters"
        noun="metric filter"
        items={value}
        error={error}
        onRetry={reload}
        columns={columns}
        keyOf={({ filterName }) => filterName}
        textOf={({ filterName, filterPattern }) => `${filterName} ${filterPattern}`}
        selection="multi"
        selected={chosen}
        onSelect={setChosen}
        empty={
          <Nothing title="No metric filters" action={<Button onClick={create}>Create metric filter</Button>}>
            A metric filter counts the events that fit a pattern, from the moment it is made.
          </Nothing>
        }
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button disabled={chosen.length !== 1} onClick={() => console.go('cloudwatch/logs/metric-filter', { group, filter: names[0] })}>
              Edit
            </Button>
            <Button disabled={chosen.length === 0} onClick={() => setDeleting(true)}>
              Delete
            </Button>
            <Button onClick={create}>Create metric filter</Button>
          </SpaceBetween>
        }
      />
      {isDeleting ? (
        <ConfirmDelete
          noun="metric filter"
          names={names}
          warning="The metric keeps the datapoints it has and gets no new ones."
          error={action.error}
          isDeleting={action.isBusy}
          onCancel={() => setDeleting(false)}
          onDelete={() =>
            action.run(async () => {
              for (const filterName of names) await logs.deleteMetricFilter({ logGroupName: group, filterName })
            })
          }
        />
      ) : null}
    </>
  )
}

/** Every metric filter of a group. */
export async function readFilters(logs: LogsClient, logGroupName: string, signal: AbortSignal): Promise<readonly DescribedMetricFilter[]> {
  const filters: DescribedMetricFilter[] = []
  for (let nextToken: string | undefined; ;) {
    const page = await logs.describeMetricFilters({ logGroupName, nextToken }, signal)
    filters.push(...page.metricFilters)
    if (page.nextToken === undefined) return filters
    nextToken = page.nextToken
  }
}

const columns: readonly TableProps.ColumnDefinition<DescribedMetricFilter>[] = [
  { id: 'name', header: 'Filter name', sortingField: 'filterName', isRowHeader: true, cell: ({ filterName }) => filterName },
  {
    id: 'pattern',
    header: 'Filter pattern',
    cell: ({ filterPattern }) => (filterPattern === '' ? 'every event' : <Box variant="code">{filterPattern}</Box>),
  },
  {
    id: 'metric',
    header: 'Metric',
    cell: ({ metricTransformations: [first] }) => (first === undefined ? '-' : `${first.metricNamespace} / ${first.metricName}`),
  },
  { id: 'value', header: 'Metric value', cell: ({ metricTransformations: [first] }) => first?.metricValue ?? '-' },
  { id: 'default', header: 'Default value', cell: ({ metricTransformations: [first] }) => first?.defaultValue ?? '-' },
  {
    id: 'dimensions',
    header: 'Dimensions',
    cell: ({ metricTransformations: [first] }) =>
      Object.entries(first?.dimensions ?? {})
        .map(([name, value]) => `${name} = ${value}`)
        .join(', ') || '-',
  },
]
