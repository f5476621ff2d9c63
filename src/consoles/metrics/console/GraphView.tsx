import { useMemo } from 'react'
import type { TimeRange } from '#lib/time.ts'
import { Chart } from '#ui/chart/Chart.tsx'
import type { ChartSeries } from '#ui/chart/chart-series.ts'
import { Nothing } from '#ui/cloudscape/Nothing.tsx'
import type { AskedSeries } from '#ui/metric-query/use-series.ts'
import { figureText } from '../whole-value.ts'
import type { Graph, GraphRow } from './graph.ts'
import styles from './GraphView.module.css'

type GraphViewProps = {
  readonly view: Graph['view']
  readonly title: string
  readonly rows: readonly GraphRow[]
  /** What was read last; its queries are rows of this graph. */
  readonly read: AskedSeries | undefined
  readonly range: TimeRange
}

/** The rows as lines over time, or as the newest number of each. */
export function GraphView({ view, title, rows, read, range }: GraphViewProps) {
  const series = useMemo(() => drawn(rows, read), [rows, read])
  if (rows.length === 0)
    return <Nothing title="Your metric graph is empty">Choose metrics under Browse: their lines are drawn here.</Nothing>
  if (view === 'singleValue') return <Numbers series={series} />
  return (
    <Chart kind="time" title={title === '' ? 'Metrics' : title} series={series} span={range} legend="bottom" height={300} isEmptyDrawn />
  )
}

function drawn(rows: readonly GraphRow[], read: AskedSeries | undefined): readonly ChartSeries[] {
  return rows.flatMap((row, at): readonly ChartSeries[] => {
    const found = read?.series[at]
    if (found === undefined) return []
    // a unit that only the right axis has moves its lines there
    const axis = row.yAxis === 'right' ? { unit: 'right axis' } : {}
    return [{ label: row.label ?? found.label, points: found.points, step: row.period * 1000, ...axis }]
  })
}

const Numbers = ({ series }: { readonly series: readonly ChartSeries[] }) => (
  <ul className={styles.numbers}>
    {series.map(({ label, points }, at) => {
      const newest = points.at(-1)?.y
      return (
        <li key={`${label} ${at}`}>
          <span className={styles.figure}>{newest === undefined || newest === null ? 'No data' : figureText(newest)}</span>
          <span>{label}</span>
        </li>
      )
    })}
  </ul>
)
