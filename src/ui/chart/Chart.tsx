import { lazy, Suspense } from 'react'
import { Disclosure } from '#ui/kit/Disclosure.tsx'
import { EmptyState } from '#ui/kit/EmptyState.tsx'
import { Skeleton } from '#ui/kit/Progress.tsx'
import { usePreferences } from '#ui/preferences.ts'
import { ResultTable } from '#ui/table/ResultTable.tsx'
import type { ChartProps } from './chart-series.ts'
import { placeInFull } from './place.ts'
import { plotRows } from './reduce.ts'
import { colourOf, dashOf } from './series-look.ts'
import { summaryOf } from './summary.ts'
import { useWidth } from './use-width.ts'
import styles from './Chart.module.css'

const Plot = lazy(() => import('./Plot.tsx'))

/** More lines than these are a tangle. */
const MOST = 12

const greatest = (values: readonly { readonly y: number | null }[]): number => Math.max(...values.map((point) => point.y ?? -Infinity))

/** A chart with its legend, its words and its table. */
export function Chart({ kind, title, series: all, unit }: ChartProps) {
  const { zone } = usePreferences()
  const [frame, width] = useWidth()
  const place = placeInFull(kind, zone)
  const filled = all.filter((one) => one.points.some((point) => point.y !== null))
  if (filled.length === 0) return <EmptyState title="Nothing to draw">No value came back in this time range.</EmptyState>
  const series =
    filled.length > MOST ? filled.toSorted((left, right) => greatest(right.points) - greatest(left.points)).slice(0, MOST) : filled
  const rows = plotRows(series).map((row) => [
    { field: kind === 'time' ? 'time' : 'key', value: place(row.x) },
    ...series.flatMap((one, at) => {
      const value = row.values[at]
      return value === null || value === undefined ? [] : [{ field: one.label, value: String(value) }]
    }),
  ])
  return (
    <figure className={styles.chart}>
      <figcaption className={styles.title}>
        {title}
        {unit === undefined ? null : <span className={styles.unit}> in {unit}</span>}
      </figcaption>
      <p className="visually-hidden">{summaryOf(series, place, unit)}</p>
      {series.length > 1 ? <Legend labels={series.map((one) => one.label)} /> : null}
      {filled.length > MOST ? (
        <p className={styles.note}>
          The {MOST} highest of {filled.length} series.
        </p>
      ) : null}
      <div ref={frame} className={styles.plot}>
        <Suspense fallback={<Skeleton rows={6} />}>
          {width === 0 ? null : (
            <Plot kind={kind} title={title} series={series} width={width} zone={zone} {...(unit === undefined ? {} : { unit })} />
          )}
        </Suspense>
      </div>
      <Disclosure summary="The same as a table">
        <ResultTable
          label={`${title}, as a table`}
          rows={rows}
          columns={[kind === 'time' ? 'time' : 'key', ...series.map((one) => one.label)]}
        />
      </Disclosure>
    </figure>
  )
}

function Legend({ labels }: { readonly labels: readonly string[] }) {
  return (
    <ul className={styles.legend}>
      {labels.map((label, at) => (
        <li key={label}>
          <svg width="22" height="10" aria-hidden="true">
            <line x1="1" x2="21" y1="5" y2="5" stroke={colourOf(at)} strokeWidth="3" strokeDasharray={dashOf(at)} />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  )
}
