import { useMemo, type ReactNode } from 'react'
import type { LabelledSeries } from '#clients/cloudwatch.ts'
import type { MetricAlarm } from '#lib/alarm/alarm.ts'
import type { Replay } from '#lib/alarm/replay.ts'
import type { Millis, TimeRange } from '#lib/time.ts'
import { Chart } from '#ui/chart/Chart.tsx'
import type { ChartSeries } from '#ui/chart/chart-series.ts'
import { formatValue } from './figure.ts'
import { StateBand, StateLegend } from './StateBand.tsx'
import { stepOfAlarm } from './use-metric.ts'

export type AlarmChartProps = {
  readonly title: string
  readonly caption?: ReactNode
  readonly series: LabelledSeries | undefined
  /** Behind every value: `ms`. */
  readonly unit?: string | undefined
  readonly range: TimeRange
  readonly alarm: MetricAlarm
  /** Each step of a drag; the threshold only stands without it. */
  onThreshold?(value: number): void
  /** The drag is over. */
  onThresholdSettle?(value: number): void
  readonly incidents?: readonly TimeRange[]
  readonly replay?: Replay | undefined
  readonly isStale?: boolean
  /** A moment in the stretch that is looked at. */
  readonly selected?: Millis | undefined
  onSelect?(at: Millis): void
  readonly height?: number
  readonly isTableHidden?: boolean
  /** A sentence under the band, in place of the counts. */
  readonly note?: ReactNode
}

const NONE: readonly ChartSeries[] = []

/** An alarm's metric with its threshold, what really happened behind it, and its states below. */
export function AlarmChart(props: AlarmChartProps) {
  const { title, caption, series, unit, range, alarm, incidents, replay, isStale = false, selected, onSelect, height } = props
  const step = stepOfAlarm(alarm)
  const lines = useMemo(() => (series === undefined || series.points.length === 0 ? NONE : [{ ...series, step }]), [series, step])
  const regions = useMemo(() => (incidents ?? []).map((one) => ({ ...one, label: 'The real incident' })), [incidents])
  const { Threshold: value } = alarm
  const { onThreshold, onThresholdSettle } = props
  const thresholds =
    value === undefined || !Number.isFinite(value)
      ? []
      : [
          {
            id: 'threshold',
            label: 'Threshold',
            value,
            ...(onThreshold === undefined ? {} : { onChange: onThreshold }),
            ...(onThresholdSettle === undefined ? {} : { onSettle: onThresholdSettle }),
          },
        ]
  return (
    <Chart
      kind="time"
      title={title}
      caption={caption}
      series={lines}
      span={range}
      thresholds={thresholds}
      regions={regions}
      format={formatValue}
      isEmptyDrawn
      below={(frame) => (
        <>
          {replay === undefined ? null : (
            <StateBand
              replay={replay}
              frame={frame}
              selected={selected}
              isStale={isStale}
              {...(onSelect === undefined ? {} : { onSelect })}
            />
          )}
          {props.note ?? (replay === undefined ? null : <StateLegend replay={replay} hasIncidents={regions.length > 0} />)}
        </>
      )}
      {...(unit === undefined ? {} : { unit })}
      {...(height === undefined ? {} : { height })}
      isTableHidden={props.isTableHidden ?? false}
    />
  )
}
