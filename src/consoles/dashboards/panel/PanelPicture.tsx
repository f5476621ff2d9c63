import { useCallback, useMemo, type ReactNode } from 'react'
import type { Panel } from '#lib/panel.ts'
import type { TimeRange } from '#lib/time.ts'
import { Chart } from '#ui/chart/Chart.tsx'
import type { ChartSeries, ChartThreshold } from '#ui/chart/chart-series.ts'
import type { AskedSeries } from '#ui/metric-query/use-series.ts'
import { formatValue } from '../units/units.ts'
import { automaticAxis } from './automatic-axis.ts'
import { cssOf } from './colours.ts'
import { nothingSeen } from './nothing-seen.ts'
import styles from './PanelPicture.module.css'

type PanelPictureProps = {
  readonly panel: Panel
  readonly asked: AskedSeries | undefined
  readonly range: TimeRange
  readonly height: number
  readonly caption?: ReactNode
  readonly isTableHidden?: boolean
}

const linesOf = (asked: AskedSeries | undefined): readonly ChartSeries[] =>
  (asked?.series ?? []).flatMap((one, at) => {
    const query = asked?.queries[at]
    return one === undefined || query === undefined ? [] : [{ label: one.label, points: one.points, step: query.period * 1000 }]
  })

/** The names that more than one line has. */
export function repeatedNames(asked: AskedSeries | undefined): readonly string[] {
  const names = linesOf(asked).map(({ label }) => label)
  return [...new Set(names.filter((name, at) => names.indexOf(name) !== at))]
}

/** A time series panel, drawn. */
export function PanelPicture({ panel, asked, range, height, caption, isTableHidden = true }: PanelPictureProps) {
  const { unit, axis, legend } = panel
  const series = useMemo(() => linesOf(asked), [asked])
  // a figure without a unit of its own stands at the axis, where Grafana writes no needless zeros
  const format = useCallback(
    (value: number, own?: string) => (own === undefined ? tickText(value, unit) : formatValue(value, unit)),
    [unit],
  )
  const thresholds = useMemo(
    () =>
      (panel.thresholds ?? []).map(({ value, color }, at): ChartThreshold => ({
        id: `${at}`,
        value,
        label: 'Threshold',
        color: cssOf(color),
      })),
    [panel.thresholds],
  )
  const bounds = useMemo(() => ({ ...automaticAxis(series), ...axis }), [series, axis])
  const words = asked === undefined ? undefined : nothingSeen(series, axis ?? {}, format)
  const place = legend?.show === false ? 'none' : (legend?.placement ?? 'bottom')
  return (
    <div className={styles.picture}>
      {axis?.label === undefined || axis.label === '' ? null : <span className={styles.axis}>{axis.label}</span>}
      <div className={styles.chart}>
        <Chart
          kind="time"
          title={panel.title ?? 'Panel'}
          caption={caption ?? null}
          series={series}
          unit={unit || 'none'}
          span={range}
          axis={bounds}
          thresholds={thresholds}
          legend={place}
          height={height}
          format={format}
          isTableHidden={isTableHidden}
          isEmptyDrawn
        />
        {words === undefined ? null : <p className={styles.empty}>{words}</p>}
      </div>
    </div>
  )
}

const tickText = (value: number, unit: string | undefined): string =>
  formatValue(value, unit)
    .replace(/(\.\d*?)0+(?!\d)/, '$1')
    .replace(/\.(?!\d)/, '')
