import Alert from '@cloudscape-design/components/alert'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { Metric } from '#clients/cloudwatch.ts'
import { dimensionsOf } from '#lib/metric/dimensions.ts'
import { metricKey } from '#lib/metric/metric.ts'
import { DataTable } from '#ui/cloudscape/DataTable.tsx'
import { Nothing } from '#ui/cloudscape/Nothing.tsx'
import { useLoaded } from '#ui/console/use-loaded.ts'
import { dimensionWords } from '../dimension-words.ts'
import type { StepProps } from './step-props.ts'

const keyOf = ({ Namespace: namespace, MetricName: metricName, Dimensions }: Metric): string =>
  metricKey({ namespace, metricName, dimensions: dimensionsOf(Dimensions) })

/** Which metric is watched: one of those that have data, by name and exact set of dimensions. */
export function MetricStep({ console, cloudwatch, draft, onChange, problemOf }: StepProps) {
  const { value: metrics, error, reload } = useLoaded(`metrics of ${console.account}`, (signal) => cloudwatch.allMetrics({}, signal))
  const { Namespace = '', MetricName = '', Dimensions = [] } = draft
  const chosen = MetricName === '' ? undefined : keyOf({ Namespace, MetricName, Dimensions })
  const problem = problemOf('Namespace', 'MetricName', 'Dimensions')
  const isKnown = metrics === undefined || chosen === undefined || metrics.some((metric) => keyOf(metric) === chosen)
  return (
    <SpaceBetween size="m">
      {problem === undefined ? null : <Alert type="error">{problem}</Alert>}
      {isKnown ? null : (
        <Alert type="warning">
          No metric is {Namespace} {MetricName} with exactly these dimensions: {dimensionWords(Dimensions)}. The alarm would have no data.
        </Alert>
      )}
      <DataTable<Metric>
        title="Metrics"
        noun="metric"
        items={metrics}
        error={error}
        onRetry={reload}
        keyOf={keyOf}
        textOf={(metric) => `${metric.Namespace} ${metric.MetricName} ${dimensionWords(metric.Dimensions)}`}
        filterPlaceholder="Find metrics by namespace, name or dimension"
        pageSize={15}
        selection="single"
        selected={metrics?.filter((metric) => keyOf(metric) === chosen) ?? []}
        onSelect={([metric]) =>
          metric &&
          onChange({ Namespace: metric.Namespace, MetricName: metric.MetricName, Dimensions: metric.Dimensions, Metrics: undefined })
        }
        empty={<Nothing title="No metrics">Nothing has been measured in this account yet.</Nothing>}
        columns={[
          { id: 'namespace', header: 'Namespace', sortingField: 'Namespace', cell: (metric) => metric.Namespace },
          { id: 'name', header: 'Metric name', sortingField: 'MetricName', isRowHeader: true, cell: (metric) => metric.MetricName },
          { id: 'dimensions', header: 'Dimensions', cell: ({ Dimensions }) => dimensionWords(Dimensions) },
        ]}
      />
    </SpaceBetween>
  )
}
