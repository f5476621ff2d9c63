import { memo, useCallback, useLayoutEffect, useRef } from 'react'
import { datapointsToAlarm, missingDataTreatment, periodOf, type MetricAlarm } from '#lib/alarm/alarm.ts'
import { dimensionList, dimensionsOf } from '#lib/metric/dimensions.ts'
import type { MetricIdentity } from '#lib/metric/metric.ts'
import { isPercentile } from '#lib/metric/statistic.ts'
import { formatPeriod } from '#ui/metric-query/period.ts'
import { MetricFields } from '#ui/metric-query/MetricFields.tsx'
import { PeriodField } from '#ui/metric-query/PeriodField.tsx'
import { StatisticField } from '#ui/metric-query/StatisticField.tsx'
import { formatValue } from '../figure.ts'
import { alarmPeriods, conditions, lowSamples, statisticOf, treatments, withMembers, withStatistic } from './alarm-choices.ts'
import styles from './AlarmForm.module.css'
import { ChoiceField } from './ChoiceField.tsx'
import { FieldProblem } from './FieldProblem.tsx'
import { NumberField } from './NumberField.tsx'

export type FormProblem = { readonly member: string; readonly says: string }

export type AlarmFormProps = {
  readonly alarm: MetricAlarm
  onChange(alarm: MetricAlarm): void
  /** Members that are shown as text. */
  readonly fixed: readonly string[]
  /** Members that are not shown, unless something is wrong with them. */
  readonly hidden?: readonly string[] | undefined
  readonly problems: readonly FormProblem[]
  /** Behind the threshold: `ms`. */
  readonly unit: string | undefined
  /** Every metric of the account, for the form to choose one; the metric stands in the chart's title where it is fixed. */
  readonly metrics: readonly MetricIdentity[] | undefined
}

/** `onChange` for fields that are drawn again only when their own value changes: one function for the form's whole life. */
function useChange({ alarm, onChange }: AlarmFormProps) {
  const newest = useRef({ alarm, onChange })
  useLayoutEffect(() => {
    newest.current = { alarm, onChange }
  })
  return useCallback((next: (alarm: MetricAlarm) => MetricAlarm) => newest.current.onChange(next(newest.current.alarm)), [])
}

type Change = ReturnType<typeof useChange>

/** The alarm, field by field; each problem stands at its field. */
export function AlarmForm(props: AlarmFormProps) {
  const { alarm, fixed, hidden = [], problems, unit, metrics } = props
  const change = useChange(props)
  const isFixed = (...members: readonly string[]) => members.some((member) => fixed.includes(member))
  const isHidden = (member: string) => hidden.includes(member) && problemOf(member) === undefined
  const problemOf = (...members: readonly string[]) => problems.find(({ member }) => members.includes(member))?.says
  const statistic = statisticOf(alarm)
  return (
    <div className={styles.form}>
      {isFixed('MetricName') || alarm.Metrics !== undefined ? null : (
        <MetricPart alarm={alarm} change={change} metrics={metrics} problem={problemOf('Namespace', 'MetricName', 'Dimensions')} />
      )}
      {isFixed('Statistic', 'ExtendedStatistic') ? (
        <Fixed label="Statistic" value={statistic} />
      ) : (
        <StatisticPart change={change} value={statistic} problem={problemOf('Statistic', 'ExtendedStatistic')} />
      )}
      {isHidden('Period') ? null : isFixed('Period') ? (
        <Fixed label="Period" value={formatPeriod(periodOf(alarm))} />
      ) : (
        <PeriodPart change={change} value={periodOf(alarm)} problem={problemOf('Period')} />
      )}
      {isHidden('ComparisonOperator') ? null : isFixed('ComparisonOperator') ||
        !conditions.some(({ id }) => id === alarm.ComparisonOperator) ? (
        <Fixed label="Condition" value={conditions.find(({ id }) => id === alarm.ComparisonOperator)?.label ?? alarm.ComparisonOperator} />
      ) : (
        <ConditionPart change={change} value={alarm.ComparisonOperator} problem={problemOf('ComparisonOperator')} />
      )}
      {isFixed('Threshold') ? (
        <Fixed label="Threshold" value={alarm.Threshold === undefined ? '' : formatValue(alarm.Threshold, unit)} />
      ) : (
        <ThresholdPart change={change} value={alarm.Threshold} unit={unit} problem={problemOf('Threshold')} />
      )}
      <DatapointsPart
        change={change}
        few={datapointsToAlarm(alarm)}
        all={alarm.EvaluationPeriods}
        areFixed={isFixed('EvaluationPeriods', 'DatapointsToAlarm')}
        fewProblem={problemOf('DatapointsToAlarm')}
        allProblem={problemOf('EvaluationPeriods')}
      />
      {isFixed('TreatMissingData') ? (
        <Fixed label="Treat missing data" value={treatments.find(({ id }) => id === missingDataTreatment(alarm))?.label ?? ''} />
      ) : (
        <MissingPart change={change} value={missingDataTreatment(alarm)} problem={problemOf('TreatMissingData')} />
      )}
      {isPercentile(statistic) && !isFixed('EvaluateLowSampleCountPercentile') && !isHidden('EvaluateLowSampleCountPercentile') ? (
        <LowSamplesPart
          change={change}
          value={alarm.EvaluateLowSampleCountPercentile ?? 'evaluate'}
          problem={problemOf('EvaluateLowSampleCountPercentile')}
        />
      ) : null}
    </div>
  )
}

/** A member that is not the learner's to change. */
function Fixed({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <dl className={styles.fixed}>
      <dt className={styles.label}>{label}</dt>
      <dd>{value}</dd>
    </dl>
  )
}

type Part<Value> = { readonly change: Change; readonly value: Value; readonly problem: string | undefined }

const StatisticPart = memo(function StatisticPart({ change, value, problem }: Part<string>) {
  return <StatisticField value={value} problem={problem} onChange={(next) => change((alarm) => withStatistic(alarm, next))} />
})

const PeriodPart = memo(function PeriodPart({ change, value, problem }: Part<number>) {
  return (
    <PeriodField value={value} periods={alarmPeriods} problem={problem} onChange={(Period) => change((alarm) => ({ ...alarm, Period }))} />
  )
})

const ConditionPart = memo(function ConditionPart({ change, value, problem }: Part<MetricAlarm['ComparisonOperator']>) {
  const choose = (id: string) => {
    const found = conditions.find((condition) => condition.id === id)
    if (found !== undefined) change((alarm) => ({ ...alarm, ComparisonOperator: found.id }))
  }
  return <ChoiceField label="Condition" options={conditions} value={value} problem={problem} onChange={choose} />
})

function ThresholdPart({ change, value, unit, problem }: Part<number | undefined> & { readonly unit: string | undefined }) {
  const set = useCallback((Threshold: number | undefined) => change((alarm) => withMembers(alarm, { Threshold })), [change])
  return <NumberField label="Threshold" value={value} unit={unit} problem={problem} onChange={set} width={unit === undefined ? 96 : 124} />
}

type DatapointsPartProps = {
  readonly change: Change
  readonly few: number
  readonly all: number
  readonly areFixed: boolean
  readonly fewProblem: string | undefined
  readonly allProblem: string | undefined
}

/** M out of N; M follows N until it is set. */
const DatapointsPart = memo(function DatapointsPart({ change, few, all, areFixed, fewProblem, allProblem }: DatapointsPartProps) {
  if (areFixed) return <Fixed label="Datapoints to alarm" value={`${few} out of ${all}`} />
  return (
    <fieldset className={styles.field}>
      <legend className={styles.label}>Datapoints to alarm</legend>
      <div className={styles.pair}>
        <NumberField
          label="Datapoints to alarm, M"
          isLabelHidden
          isWhole
          width={56}
          value={few}
          unread={0}
          problem={fewProblem}
          onChange={(M) => change((alarm) => ({ ...alarm, DatapointsToAlarm: M ?? 0 }))}
        />
        <span className={styles.between}>out of</span>
        <NumberField
          label="Evaluation periods, N"
          isLabelHidden
          isWhole
          width={56}
          value={all}
          unread={0}
          problem={allProblem}
          onChange={(N) => change((alarm) => ({ ...alarm, EvaluationPeriods: N ?? 0 }))}
        />
      </div>
    </fieldset>
  )
})

const MissingPart = memo(function MissingPart({ change, value, problem }: Part<string>) {
  const choose = (id: string) => {
    const found = treatments.find((treatment) => treatment.id === id)
    if (found !== undefined) change((alarm) => ({ ...alarm, TreatMissingData: found.id }))
  }
  return <ChoiceField label="Treat missing data" options={treatments} value={value} problem={problem} onChange={choose} />
})

const LowSamplesPart = memo(function LowSamplesPart({ change, value, problem }: Part<string>) {
  const choose = (id: string) => {
    const found = lowSamples.find((choice) => choice.id === id)
    if (found !== undefined) change((alarm) => ({ ...alarm, EvaluateLowSampleCountPercentile: found.id }))
  }
  return <ChoiceField label="Percentiles with low samples" options={lowSamples} value={value} problem={problem} onChange={choose} />
})

type MetricPartProps = {
  readonly alarm: MetricAlarm
  readonly change: Change
  readonly metrics: readonly MetricIdentity[] | undefined
  readonly problem: string | undefined
}

const metricMembers = ({ alarm: { Namespace, MetricName, Dimensions } }: MetricPartProps) =>
  JSON.stringify([Namespace, MetricName, Dimensions])

const MetricPart = memo(
  function MetricPart({ alarm, change, metrics, problem }: MetricPartProps) {
    const value = {
      namespace: alarm.Namespace ?? '',
      metricName: alarm.MetricName ?? '',
      dimensions: dimensionsOf(alarm.Dimensions),
    }
    const set = ({ namespace, metricName, dimensions }: MetricIdentity) =>
      change((before) => ({
        ...before,
        Namespace: namespace,
        MetricName: metricName,
        Dimensions: dimensionList(dimensions),
      }))
    return (
      <div className={styles.metric}>
        <MetricFields metrics={metrics} value={value} onChange={set} />
        <FieldProblem id="metric-problem" says={problem} />
      </div>
    )
  },
  (before, after) => before.metrics === after.metrics && before.problem === after.problem && metricMembers(before) === metricMembers(after),
)
