import type { MetricIdentity, MetricQuery } from '#lib/metric/metric.ts'
import { MetricFields } from './MetricFields.tsx'
import { PeriodField } from './PeriodField.tsx'
import { StatisticField } from './StatisticField.tsx'
import { TextField } from './inputs/TextField.tsx'
import styles from './MetricQuery.module.css'

export type LabelledQuery = MetricQuery & { readonly label?: string }

/** What somebody else found wrong with a field; the fields find their own problems themselves. */
export type FieldProblem = { readonly member: string; readonly says: string }

type MetricQueryFieldsProps<Query extends LabelledQuery> = {
  readonly metrics: readonly MetricIdentity[] | undefined
  readonly query: Query
  onChange(query: Query): void
  readonly problems?: readonly FieldProblem[]
  /** What the line is called where no label is given; no label field without it. */
  readonly defaultLabel?: string
  readonly isDisabled?: boolean
}

/** One question to CloudWatch: metric, statistic, period, label. */
export function MetricQueryFields<Query extends LabelledQuery>(props: MetricQueryFieldsProps<Query>) {
  const { metrics, query, onChange, problems = [], defaultLabel, isDisabled = false } = props
  const problemOf = (member: string) => problems.find((problem) => problem.member === member)?.says
  return (
    <div className={styles.query}>
      <MetricFields
        metrics={metrics}
        value={query}
        onChange={(metric) => onChange({ ...query, ...identityOf(metric) })}
        isDisabled={isDisabled}
      />
      <div className={styles.row}>
        <StatisticField
          value={query.statistic}
          onChange={(statistic) => onChange({ ...query, statistic })}
          problem={problemOf('statistic')}
          isDisabled={isDisabled}
        />
        <PeriodField
          value={query.period}
          onChange={(period) => onChange({ ...query, period })}
          problem={problemOf('period')}
          isDisabled={isDisabled}
        />
        {defaultLabel === undefined ? null : (
          <TextField
            label="Label"
            value={query.label ?? ''}
            placeholder={defaultLabel}
            onCommit={(label) => onChange({ ...query, label })}
            problem={problemOf('label')}
            isDisabled={isDisabled}
          />
        )}
      </div>
    </div>
  )
}

const identityOf = ({ namespace, metricName, dimensions }: MetricIdentity): MetricIdentity => ({ namespace, metricName, dimensions })
