import { IconCopy, IconPlus, IconTrash } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { createCloudWatchClient } from '#clients/cloudwatch.ts'
import type { MetricIdentity } from '#lib/metric/metric.ts'
import type { PanelTarget } from '#lib/panel.ts'
import type { TimeRange } from '#lib/time.ts'
import { Chart } from '#ui/chart/Chart.tsx'
import type { ChartSeries } from '#ui/chart/chart-series.ts'
import { Button } from '#ui/kit/Button.tsx'
import { CopyButton } from '#ui/kit/CopyButton.tsx'
import { countOf } from '#ui/kit/counts.ts'
import { Skeleton } from '#ui/kit/Progress.tsx'
import { MetricQueryFields } from '#ui/metric-query/MetricQueryFields.tsx'
import { useMetrics } from '#ui/metric-query/use-metrics.ts'
import { queryProblem, useSeries, type AskedSeries } from '#ui/metric-query/use-series.ts'
import { rangeParameters } from '#ui/pane/full-console.ts'
import { PaneFrame } from '#ui/pane/PaneFrame.tsx'
import type { PaneProps } from '#ui/pane/pane-props.ts'
import type { Task } from '#ui/pane/use-task.ts'
import { TimeRangePicker } from '#ui/time-range/TimeRangePicker.tsx'
import { awsCommand } from './aws-command.ts'
import { figureText, wholeMinutes, wholeQuery, wholeValue } from './whole-value.ts'
import styles from './MetricsPane.module.css'

export type MetricsPaneProps = Pick<
  PaneProps,
  'transport' | 'base' | 'account' | 'range' | 'variant' | 'actions' | 'onCheck' | 'aside' | 'origin'
> & {
  /** What is graphed, where somebody else keeps it. */
  readonly queries?: readonly PanelTarget[]
  onQueriesChange?(queries: readonly PanelTarget[]): void
  /** What is graphed at first, where the pane keeps it. */
  readonly start?: readonly PanelTarget[]
}

const ICON = { size: 16, stroke: 1.8, 'aria-hidden': true } as const

/** As the console begins: the average over five minutes. */
const firstOf = (metric: MetricIdentity | undefined): PanelTarget => ({
  ...(metric ?? { namespace: '', metricName: '', dimensions: {} }),
  statistic: 'Average',
  period: 300,
})

/** Metrics over a time range: the lines, and beside each the one value that its statistic has over the whole of it. */
export function MetricsPane(props: MetricsPaneProps) {
  const { transport, base, account, range: all, variant, origin } = props
  const cloudwatch = useMemo(() => createCloudWatchClient({ transport, base, account }), [transport, base, account])
  const metrics = useMetrics(cloudwatch)
  const [own, setOwn] = useState<readonly PanelTarget[] | undefined>(props.start)
  const [picked, setPicked] = useState<TimeRange>()
  const range = picked ?? all
  const queries = props.queries ?? own ?? (metrics.task.value === undefined ? [] : [firstOf(metrics.task.value[0])])
  const change = (next: readonly PanelTarget[]) => {
    setOwn(next)
    props.onQueriesChange?.(next)
  }
  const lines = useSeries(cloudwatch, queries, range)
  const whole = useMemo(() => wholeMinutes(range), [range])
  const values = useSeries(
    cloudwatch,
    queries.map((query) => wholeQuery(query, range)),
    whole,
  )
  return (
    <PaneFrame
      title="CloudWatch metrics"
      variant={variant}
      source={<TimeRangePicker wholeName="The whole time" whole={all} selected={range} onSelect={setPicked} />}
      aside={props.aside}
      fullConsole={{ console: 'cloudwatch/metrics', origin, parameters: { graph: JSON.stringify(queries), ...rangeParameters(range) } }}
      editor={<Rows {...{ metrics: metrics.task.value, queries, change, lines, values, range }} />}
      actions={props.actions}
      status={statusOf(queries, lines)}
      isRunning={lines.status === 'running'}
      onCheck={props.onCheck}
    >
      <Lines task={lines} range={range} />
    </PaneFrame>
  )
}

type RowsProps = {
  readonly metrics: readonly MetricIdentity[] | undefined
  readonly queries: readonly PanelTarget[]
  change(queries: readonly PanelTarget[]): void
  readonly lines: Task<AskedSeries>
  readonly values: Task<AskedSeries>
  readonly range: TimeRange
}

/** One card for each metric that is graphed. */
function Rows({ metrics, queries, change, lines, values, range }: RowsProps) {
  const replace = (at: number, ...next: readonly PanelTarget[]) => change([...queries.slice(0, at), ...next, ...queries.slice(at + 1)])
  return (
    <div className={styles.rows}>
      {queries.length === 0 ? <Skeleton rows={3} /> : null}
      {queries.map((query, at) => (
        <fieldset key={at} aria-label={`Metric ${at + 1}`} className={styles.row}>
          <div className={styles.fields}>
            <MetricQueryFields metrics={metrics} query={query} onChange={(next) => replace(at, next)} />
          </div>
          <WholeValue
            query={query}
            name={lines.value?.series[at]?.label}
            value={wholeValue(values.value?.series[at])}
            isAsked={values.value?.queries[at] !== undefined}
          />
          <div className={styles.tools}>
            <CopyButton label="Copy as AWS CLI" text={() => awsCommand(query, range)} />
            <Button
              look="quiet"
              size="small"
              icon={<IconCopy {...ICON} />}
              aria-label={`Duplicate metric ${at + 1}`}
              title="Duplicate"
              onClick={() => replace(at, query, query)}
            />
            <Button
              look="quiet"
              size="small"
              icon={<IconTrash {...ICON} />}
              aria-label={`Remove metric ${at + 1}`}
              title="Remove"
              disabled={queries.length < 2}
              onClick={() => replace(at)}
            />
          </div>
        </fieldset>
      ))}
      <div>
        <Button size="small" icon={<IconPlus {...ICON} />} onClick={() => change([...queries, queries.at(-1) ?? firstOf(metrics?.[0])])}>
          Add a metric
        </Button>
      </div>
    </div>
  )
}

type WholeValueProps = {
  readonly query: PanelTarget
  readonly name: string | undefined
  readonly value: number | undefined
  readonly isAsked: boolean
}

/** What the statistic is over the whole range. */
function WholeValue({ query, name, value, isAsked }: WholeValueProps) {
  if (queryProblem(query) !== undefined) return null
  return (
    <output className={styles.value} aria-label={`${query.statistic} of ${name ?? query.metricName} over the whole range`}>
      <span className={styles.figure}>{value === undefined ? (isAsked ? 'No data' : '…') : figureText(value)}</span>
      <span className={styles.says}>{query.statistic} over the whole range</span>
    </output>
  )
}

function Lines({ task, range }: { readonly task: Task<AskedSeries>; readonly range: TimeRange }) {
  const { value } = task
  const series = useMemo(
    () =>
      (value?.series ?? []).flatMap((one, at): readonly ChartSeries[] =>
        one === undefined ? [] : [{ label: one.label, points: one.points, step: (value?.queries[at]?.period ?? 60) * 1000 }],
      ),
    [value],
  )
  return (
    <>
      {task.status === 'failed' ? <p className={styles.alert}>CloudWatch refuses this: {task.error?.message}</p> : null}
      {value === undefined ? (
        <div className={styles.waiting}>{task.status === 'failed' ? null : <Skeleton rows={6} />}</div>
      ) : (
        <Chart kind="time" title="Metrics" series={series} span={value.range ?? range} legend="bottom" isEmptyDrawn />
      )}
    </>
  )
}

function statusOf(queries: readonly PanelTarget[], { value, status }: Task<AskedSeries>): string {
  if (value === undefined) return status === 'failed' ? '' : 'Reading'
  const points = value.series.reduce((sum, one) => sum + (one?.points.length ?? 0), 0)
  return `${countOf(queries.length, 'metric')} · ${countOf(points, 'datapoint')}`
}
