import type { TableProps } from '@cloudscape-design/components/table'
import { metricKey, type MetricIdentity } from '#lib/metric/metric.ts'
import { DataTable } from '#ui/cloudscape/DataTable.tsx'
import { Nothing } from '#ui/cloudscape/Nothing.tsx'
import { isGraphed, newRow, type GraphRow } from '../graph.ts'
import type { GraphInHand } from '../use-graph.ts'

type MetricTableProps = { readonly title: string; readonly metrics: readonly MetricIdentity[]; readonly graph: GraphInHand }

/** Metrics of one set of dimensions; ticked ones are on the graph. */
export function MetricTable({ title, metrics, graph }: MetricTableProps) {
  const { rows } = graph
  const names = [...new Set(metrics.flatMap(({ dimensions }) => Object.keys(dimensions)))].sort()
  const select = (ticked: readonly MetricIdentity[]) => {
    const wanted = new Set(ticked.map(metricKey))
    const here = new Set(metrics.map(metricKey))
    const kept = rows.filter((row) => !here.has(metricKey(row)) || wanted.has(metricKey(row)))
    const added = ticked.filter((metric) => !isGraphed(metric, rows))
    graph.changeRows(added.reduce<readonly GraphRow[]>((all, metric) => [...all, newRow(metric, all)], kept))
  }
  return (
    <DataTable<MetricIdentity>
      title={title}
      noun="metric"
      items={metrics}
      keyOf={metricKey}
      textOf={({ metricName, dimensions }) => [metricName, ...Object.values(dimensions)].join(' ')}
      filterPlaceholder="Find in these metrics"
      pageSize={20}
      selection="multi"
      selected={metrics.filter((metric) => isGraphed(metric, rows))}
      onSelect={select}
      empty={<Nothing title="No metrics">None has these dimensions and fits the search.</Nothing>}
      columns={[
        ...names.map((name): TableProps.ColumnDefinition<MetricIdentity> => ({
          id: name,
          header: name,
          sortingComparator: (left, right) => ((left.dimensions[name] ?? '') < (right.dimensions[name] ?? '') ? -1 : 1),
          cell: ({ dimensions }) => dimensions[name] ?? '-',
        })),
        { id: 'metric', header: 'Metric name', sortingField: 'metricName', isRowHeader: true, cell: ({ metricName }) => metricName },
      ]}
    />
  )
}
