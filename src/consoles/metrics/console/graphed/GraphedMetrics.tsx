import Button from '@cloudscape-design/components/button'
import ButtonDropdown from '@cloudscape-design/components/button-dropdown'
import Checkbox from '@cloudscape-design/components/checkbox'
import Input from '@cloudscape-design/components/input'
import SegmentedControl from '@cloudscape-design/components/segmented-control'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Table, { type TableProps } from '@cloudscape-design/components/table'
import { statisticMember, type MetricAlarm } from '#lib/alarm/alarm.ts'
import { dimensionList } from '#lib/metric/dimensions.ts'
import { Nothing } from '#ui/cloudscape/Nothing.tsx'
import type { ConsoleProps } from '#ui/console/console-props.ts'
import { CopyButton } from '#ui/kit/CopyButton.tsx'
import { dimensionsInWords } from '#ui/metric-query/catalogue.ts'
import type { AskedSeries } from '#ui/metric-query/use-series.ts'
import { awsCommand } from '../../aws-command.ts'
import { duplicateRow, type GraphRow } from '../graph.ts'
import type { GraphInHand } from '../use-graph.ts'
import { PeriodCell } from './PeriodCell.tsx'
import { StatisticCell } from './StatisticCell.tsx'

type GraphedMetricsProps = {
  readonly console: ConsoleProps
  readonly graph: GraphInHand
  readonly read: AskedSeries | undefined
  onBrowse(): void
}

/** A row for each line: what it is, its statistic and period, its axis, and what can be done with it. */
export function GraphedMetrics({ console, graph, read, onBrowse }: GraphedMetricsProps) {
  const { rows, changeRows } = graph
  const edit = (id: string, change: Partial<GraphRow>) => changeRows(rows.map((row) => (row.id === id ? { ...row, ...change } : row)))
  const remove = (id: string) => changeRows(rows.filter((row) => row.id !== id))
  const duplicate = (row: GraphRow) => changeRows(rows.flatMap((one) => (one.id === row.id ? [one, duplicateRow(row, rows)] : [one])))
  const labels = new Map((read?.queries ?? []).map((query, at) => [JSON.stringify(identify(query)), read?.series[at]?.label]))
  const labelOf = (row: GraphRow): string => labels.get(JSON.stringify(identify(row))) ?? row.metricName
  return (
    <Table<GraphRow>
      variant="embedded"
      items={rows}
      trackBy="id"
      wrapLines
      ariaLabels={{ tableLabel: 'Graphed metrics' }}
      empty={
        <Nothing title="Nothing is graphed" action={<Button onClick={onBrowse}>Browse metrics</Button>}>
          Metrics you tick under Browse stand here.
        </Nothing>
      }
      columnDefinitions={
        [
          {
            id: 'visible',
            header: 'Shown',
            width: 80,
            cell: (row) => (
              <Checkbox
                checked={row.isVisible}
                ariaLabel={`Show ${row.id}`}
                onChange={({ detail }) => edit(row.id, { isVisible: detail.checked })}
              />
            ),
          },
          { id: 'id', header: 'Id', width: 70, cell: ({ id }) => id, isRowHeader: true },
          {
            id: 'label',
            header: 'Label',
            minWidth: 180,
            cell: (row) => (
              <Input
                ariaLabel={`Label of ${row.id}`}
                value={row.label ?? ''}
                placeholder={labelOf(row)}
                onChange={({ detail }) => edit(row.id, { label: detail.value })}
              />
            ),
          },
          {
            id: 'details',
            header: 'Details',
            minWidth: 200,
            cell: ({ namespace, metricName, dimensions }) => `${namespace} • ${metricName} • ${dimensionsInWords(dimensions)}`,
          },
          {
            id: 'statistic',
            header: 'Statistic',
            minWidth: 170,
            cell: (row) => <StatisticCell row={row} onChange={(statistic) => edit(row.id, { statistic })} />,
          },
          {
            id: 'period',
            header: 'Period',
            minWidth: 160,
            cell: (row) => <PeriodCell row={row} onChange={(period) => edit(row.id, { period })} />,
          },
          {
            id: 'axis',
            header: 'Y axis',
            minWidth: 130,
            cell: (row) => <AxisCell row={row} onChange={(yAxis) => edit(row.id, { yAxis })} />,
          },
          {
            id: 'actions',
            header: 'Actions',
            minWidth: 180,
            cell: (row) => (
              <RowActions
                row={row}
                command={() => awsCommand(row, console.range)}
                onAlarm={() =>
                  console.go('cloudwatch/alarms/create', { alarm: JSON.stringify(alarmOn(row)), graph: undefined, tab: undefined })
                }
                onDuplicate={() => duplicate(row)}
                onRemove={() => remove(row.id)}
              />
            ),
          },
        ] satisfies TableProps.ColumnDefinition<GraphRow>[]
      }
    />
  )
}

type Identified = Pick<GraphRow, 'namespace' | 'metricName' | 'dimensions' | 'statistic' | 'period'>

const identify = ({ namespace, metricName, dimensions, statistic, period }: Identified) => [
  namespace,
  metricName,
  dimensions,
  statistic,
  period,
]

/** What the wizard begins with for a row of the graph. */
function alarmOn({ namespace, metricName, dimensions, statistic, period }: GraphRow): Partial<MetricAlarm> {
  return {
    Namespace: namespace,
    MetricName: metricName,
    Dimensions: dimensionList(dimensions),
    ...statisticMember(statistic),
    Period: period,
  }
}

const AxisCell = ({ row, onChange }: { readonly row: GraphRow; onChange(axis: GraphRow['yAxis']): void }) => (
  <SegmentedControl
    label={`Axis of ${row.id}`}
    selectedId={row.yAxis}
    options={[
      { id: 'left', text: 'Left' },
      { id: 'right', text: 'Right' },
    ]}
    onChange={({ detail }) => onChange(detail.selectedId === 'right' ? 'right' : 'left')}
  />
)

type RowActionsProps = { readonly row: GraphRow; command(): string; onAlarm(): void; onDuplicate(): void; onRemove(): void }

const RowActions = ({ row, command, onAlarm, onDuplicate, onRemove }: RowActionsProps) => (
  <SpaceBetween direction="horizontal" size="xxs">
    <Button variant="icon" iconName="notification" ariaLabel={`Create an alarm on ${row.id}`} onClick={onAlarm} />
    <CopyButton isIconOnly label={`Copy ${row.id} as an AWS CLI command`} text={command} />
    <ButtonDropdown
      variant="icon"
      ariaLabel={`More for ${row.id}`}
      items={[
        { id: 'duplicate', text: 'Duplicate' },
        { id: 'remove', text: 'Remove' },
      ]}
      onItemClick={({ detail }) => (detail.id === 'remove' ? onRemove() : onDuplicate())}
    />
  </SpaceBetween>
)
