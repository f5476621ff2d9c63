import { useMemo } from 'react'
import { createCloudWatchClient } from '#clients/cloudwatch.ts'
import { createWatchkeeperClient } from '#clients/watchkeeper.ts'
import { bandOperators, periodOf, type MetricAlarm } from '#lib/alarm/alarm.ts'
import { evaluationStep } from '#lib/alarm/evaluation-step.ts'
import { SECOND, type Millis, type TimeRange } from '#lib/time.ts'
import type { Transport } from '#lib/transport.ts'
import { Chart } from '#ui/chart/Chart.tsx'
import { Skeleton } from '#ui/kit/Progress.tsx'
import { usePreferences } from '#ui/preferences.ts'
import { zoneName } from '#ui/time-range/format-time.ts'
import { ExplainWhy } from '../ExplainWhy.tsx'
import { formatValue, unitOfStatistic } from '../figure.ts'
import { statisticOf } from '../form/alarm-choices.ts'
import { stateBefore } from '../state-before.ts'
import { StateBand, StateLegend } from '../StateBand.tsx'
import { clockTime } from '../state-words.ts'
import { stepOfAlarm, useMetric } from '../use-metric.ts'
import { useReplayOf } from '../use-replay-of.ts'
import styles from './Reading.module.css'

export type AlarmReadingProps = {
  readonly transport: Transport
  readonly base: string
  readonly account: string
  readonly range: TimeRange
  readonly alarm: MetricAlarm
  /** Moments pointed at, with the letters they are called by. */
  readonly moments: readonly { readonly at: Millis; readonly label: string }[]
  /** What the alarm did may be seen now. */
  readonly isRevealed: boolean
  readonly selected?: Millis | undefined
  onSelect?(at: Millis): void
}

/** What an alarm looks at, to be read by a person: its datapoints with their gaps, drawn and listed, and once they may be seen its states and why. */
export function AlarmReading(props: AlarmReadingProps) {
  const { transport, base, account, range, alarm, moments, isRevealed, selected, onSelect } = props
  const client = useMemo(() => createCloudWatchClient({ transport, base, account }), [transport, base, account])
  const { series, unit: rawUnit, isReading, error } = useMetric(client, alarm, range)
  const watchkeeper = useMemo(() => createWatchkeeperClient({ transport, base }), [transport, base])
  const { replay, of } = useReplayOf({ transport, base, account: isRevealed ? account : undefined, alarm, range })
  const unit = unitOfStatistic(rawUnit, statisticOf(alarm))
  const step = stepOfAlarm(alarm)
  const lines = useMemo(() => (series === undefined || series.points.length === 0 ? [] : [{ ...series, step }]), [series, step])
  const marks = useMemo(() => moments.map(({ at, label }) => ({ x: at, label })), [moments])
  const thresholds = useMemo(
    () => (alarm.Threshold === undefined ? [] : [{ id: 'threshold', label: 'Threshold', value: alarm.Threshold }]),
    [alarm.Threshold],
  )
  if (error !== undefined) return <p className={styles.failed}>The datapoints could not be read: {error.message}</p>
  if (series === undefined && isReading) return <Skeleton rows={6} />
  return (
    <div className={styles.reading}>
      <Chart
        kind="time"
        title={series?.label ?? 'Datapoints'}
        series={lines}
        span={range}
        thresholds={thresholds}
        marks={marks}
        format={formatValue}
        isEmptyDrawn
        isTableHidden
        below={(frame) =>
          replay === undefined ? null : (
            <StateBand replay={replay} frame={frame} selected={selected} {...(onSelect === undefined ? {} : { onSelect })} />
          )
        }
        {...(unit === undefined ? {} : { unit })}
      />
      {replay === undefined ? null : (
        <div className={styles.legend}>
          <StateLegend replay={replay} />
        </div>
      )}
      <PeriodsTable {...props} points={series?.points ?? []} unit={unit} />
      {replay === undefined || of === undefined ? null : (
        <div className={styles.whys}>
          {moments.map(({ at }) => (
            <ExplainWhy
              key={at}
              client={watchkeeper}
              account={account}
              alarm={of}
              at={at}
              before={stateBefore(replay, at, evaluationStep(of))}
              unit={unit}
            />
          ))}
        </div>
      )}
    </div>
  )
}

type PeriodsTableProps = AlarmReadingProps & {
  readonly points: readonly { readonly x: Millis; readonly y: number }[]
  readonly unit: string | undefined
}

/** Every period an evaluation at one of the moments may look at, gaps included. */
function PeriodsTable({ alarm, range, moments, points, unit }: PeriodsTableProps) {
  const { zone } = usePreferences()
  const step = periodOf(alarm) * SECOND
  const values = new Map(points.map(({ x, y }) => [x, y]))
  const first = Math.min(...moments.map(({ at }) => at)) - (alarm.EvaluationPeriods + 4) * step
  const last = Math.max(...moments.map(({ at }) => at))
  const phase = ((points[0]?.x ?? range.start) % step) + step
  const from = Math.max(range.start, Math.floor((first - phase) / step) * step + phase)
  const starts = Array.from({ length: Math.max(0, Math.ceil((last - from) / step)) }, (_, at) => from + at * step)
  return (
    // The table scrolls by itself, so it takes the keys that scroll it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/prefer-tag-over-role
    <div className={styles.periods} role="group" aria-label="Datapoints, period by period" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">period from ({zoneName(zone, range.start)})</th>
            <th scope="col">datapoint</th>
            <th scope="col">moment at its end</th>
          </tr>
        </thead>
        <tbody>
          {starts.map((start) => {
            const value = values.get(start)
            return (
              <tr key={start} data-gap={value === undefined || undefined}>
                <th scope="row">{clockTime(start, zone)}</th>
                <td>{value === undefined ? 'no data' : `${formatValue(value, unit)}${breachWord(alarm, value)}`}</td>
                <td>{moments.find(({ at }) => at > start && at <= start + step)?.label ?? ''}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

/** Reading a table against a threshold is not what is asked; that a value is beyond it may be said. */
function breachWord({ ComparisonOperator: operator, Threshold: threshold }: MetricAlarm, value: number): string {
  if (threshold === undefined || bandOperators.includes(operator)) return ''
  const isBeyond = operator.startsWith('Greater') ? value > threshold : value < threshold
  const isAt = value === threshold && operator.includes('OrEqual')
  return isBeyond || isAt ? ', breaching' : ''
}
