import { IconAlertTriangle } from '@tabler/icons-react'
import { type MetricIdentity } from '#lib/metric/metric.ts'
import { Button } from '#ui/kit/Button.tsx'
import { dimensionsInWords, hasMetric, metricNamesOf, namespacesOf, nearestMetrics, withName } from './catalogue.ts'
import { ComboField } from './inputs/ComboField.tsx'
import { DimensionFields } from './DimensionFields.tsx'
import styles from './MetricQuery.module.css'

export type MetricFieldsProps = {
  /** Every metric there is; undefined while the list is being read. */
  readonly metrics: readonly MetricIdentity[] | undefined
  readonly value: MetricIdentity
  onChange(metric: MetricIdentity): void
  readonly isDisabled?: boolean
}

/** Which metric: namespace, name and the exact set of dimensions, each offered from what exists. */
export function MetricFields({ metrics: known, value, onChange, isDisabled = false }: MetricFieldsProps) {
  const metrics = known ?? []
  const names = metricNamesOf(metrics, value.namespace)
  return (
    <div className={styles.metric}>
      <ComboField
        label="Namespace"
        value={value.namespace}
        options={namespacesOf(metrics).map((id) => ({ id }))}
        onCommit={(namespace) => onChange(withName(metrics, value, { namespace }))}
        none={known === undefined ? 'The list of metrics is being read' : 'No metric is kept in this account yet: namespaces would be here'}
        isDisabled={isDisabled}
      />
      <ComboField
        label="Metric"
        value={value.metricName}
        options={names.map((id) => ({ id }))}
        onCommit={(metricName) => onChange(withName(metrics, value, { metricName }))}
        none={value.namespace === '' ? 'Choose a namespace first' : `No metric of ${value.namespace} is kept here`}
        isDisabled={isDisabled}
      />
      <DimensionFields
        metrics={metrics}
        identity={value}
        onChange={(dimensions) => onChange({ ...value, dimensions })}
        isDisabled={isDisabled}
      />
      {known === undefined ? null : <Missing metrics={known} value={value} onChange={onChange} isDisabled={isDisabled} />}
    </div>
  )
}

/** Why nothing has this name and these dimensions, and what is near. */
function Missing({
  metrics,
  value,
  onChange,
  isDisabled,
}: Required<Omit<MetricFieldsProps, 'metrics'>> & { metrics: readonly MetricIdentity[] }) {
  if (metrics.length === 0) return <Notice text="No metric is kept in this account yet: the first datapoint makes one." />
  if (value.namespace === '' || value.metricName === '') return <Notice text="Choose a metric: its line would be drawn here." />
  if (hasMetric(metrics, value)) return null
  const near = nearestMetrics(metrics, value)
  if (near.length === 0)
    return (
      <Notice text={`No metric is called ${value.metricName} in ${value.namespace}: an unknown name is no error, its line stays empty.`} />
    )
  return (
    <Notice
      text={`No ${value.metricName} has exactly ${dimensionsInWords(value.dimensions)}. A metric is found by its whole set of dimensions: one left out or one too many is another metric.`}
    >
      {isDisabled
        ? null
        : near.map((metric) => (
            <Button
              key={dimensionsInWords(metric.dimensions)}
              size="small"
              onClick={() => onChange({ ...value, dimensions: metric.dimensions })}
            >
              Take {dimensionsInWords(metric.dimensions)}
            </Button>
          ))}
    </Notice>
  )
}

function Notice({ text, children }: { readonly text: string; readonly children?: React.ReactNode }) {
  return (
    <output className={styles.notice}>
      <IconAlertTriangle size={18} stroke={1.8} aria-hidden="true" />
      <span>{text}</span>
      {children === undefined ? null : <span className={styles.offers}>{children}</span>}
    </output>
  )
}
