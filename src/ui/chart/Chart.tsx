import { lazy, memo, Suspense, useId, useMemo, useState } from 'react'
import { Disclosure } from '#ui/kit/Disclosure.tsx'
import { EmptyState } from '#ui/kit/EmptyState.tsx'
import { Skeleton } from '#ui/kit/Progress.tsx'
import { usePreferences } from '#ui/preferences.ts'
import { ResultTable } from '#ui/table/ResultTable.tsx'
import { Backdrop } from './Backdrop.tsx'
import {
  isOfCategories,
  isOverTime,
  type ChartAxis,
  type ChartKind,
  type ChartProps,
  type ChartSeries,
  type ChartThreshold,
} from './chart-series.ts'
import { Hatches, hatchOf } from './Hatches.tsx'
import { placeInFull } from './place.ts'
import { domainOf, frameOf, HEIGHT, type Domain } from './plot-frame.ts'
import { totalOf } from './plots/stack.ts'
import { plotRows } from './reduce.ts'
import { colourOf, dashOf } from './series-look.ts'
import { formatFigure, summaryOf } from './summary.ts'
import { ThresholdLine } from './ThresholdLine.tsx'
import { useWidth } from './use-width.ts'
import styles from './Chart.module.css'

const Plot = lazy(() => import('./plots/Plot.tsx'))

/** More lines than these are a tangle. */
const MOST = 12
const NONE: readonly never[] = []

const greatest = (values: readonly { readonly y: number | null }[]): number =>
  values.reduce((most, point) => Math.max(most, point.y ?? -Infinity), -Infinity)

/** A chart with its legend, its words and its table. */
export function Chart(props: ChartProps) {
  const { kind, title, series: all, unit, caption, legend = 'top', isTableHidden = false, isEmptyDrawn = false, format } = props
  const filled = useMemo(() => all.filter((one) => one.points.some((point) => point.y !== null)), [all])
  const series = useMemo(
    () => (filled.length > MOST ? filled.toSorted((left, right) => greatest(right.points) - greatest(left.points)).slice(0, MOST) : filled),
    [filled],
  )
  const hatches = useId()
  if (filled.length === 0 && !isEmptyDrawn) return <EmptyState title="Nothing to draw">No value came back in this time range.</EmptyState>
  const isNamed = legend !== 'none' && (series.length > 1 || props.legend !== undefined) && series.length > 0
  const isStacked = kind === 'area'
  const names = isNamed ? <Legend labels={series.map((one) => one.label)} {...(isStacked ? { hatches } : {})} /> : null
  return (
    <figure className={styles.chart} data-legend={legend}>
      {caption ?? (
        <figcaption className={styles.title}>
          {title}
          {unit === undefined ? null : <span className={styles.unit}> in {unit}</span>}
        </figcaption>
      )}
      <Summary kind={kind} series={series} unit={unit} format={format} />
      {legend === 'top' ? names : null}
      {filled.length > MOST ? (
        <p className={styles.note}>
          The {MOST} highest of {filled.length} series.
        </p>
      ) : null}
      {isStacked ? <Hatches id={hatches} count={series.length} /> : null}
      <div className={styles.body}>
        <PlotArea {...props} series={series} hatches={hatches} />
        {legend === 'top' ? null : names}
      </div>
      {isTableHidden || series.length === 0 ? null : (
        <Disclosure summary="The same as a table">
          <Table kind={kind} title={title} series={series} />
        </Disclosure>
      )}
    </figure>
  )
}

/** The plot with what lies behind it, over it and under it. */
function PlotArea(props: ChartProps & { readonly hatches: string }) {
  const {
    kind,
    title,
    series,
    unit,
    span,
    axis,
    thresholds = NONE,
    regions = NONE,
    marks = NONE,
    height = HEIGHT,
    below,
    format = formatFigure,
    hatches,
  } = props
  const { zone } = usePreferences()
  const [element, width] = useWidth()
  const [from, to] = useEnds(series, span?.start, span?.end)
  const units = useMemo(() => series.map((one) => one.unit ?? unit), [series, unit])
  const first = units[0] ?? unit
  const isFlat = isOfCategories(kind)
  const isStacked = kind === 'area'
  const hasRightAxis = !isFlat && !isStacked && units.some((one) => one !== first)
  const frame = useMemo(() => frameOf({ width, height, hasRightAxis, from, to }), [width, height, hasRightAxis, from, to])
  const [isHeld, setHeld] = useState(false)
  const isOfLeft = (one: string | undefined) => !hasRightAxis || one === first
  const measured = useMemo(() => (isStacked ? [totalOf(series)] : series), [isStacked, series])
  const left = useDomain({ series: measured, units, isMine: isOfLeft, thresholds, axis, isHeld })
  const right = useDomain({ series, units, isMine: (one) => !isOfLeft(one), thresholds, axis: undefined, isHeld })
  const domains = useMemo(
    () => units.map((one) => (!hasRightAxis || one === first ? left : right)),
    [units, hasRightAxis, first, left, right],
  )
  return (
    <div className={styles.area}>
      <div ref={element} className={styles.plot} data-plot style={isFlat ? undefined : { height }}>
        {isFlat || width === 0 ? null : (
          <Backdrop frame={frame} regions={regions} marks={marks} series={isStacked ? NONE : series} domains={domains} />
        )}
        <Suspense fallback={<Skeleton rows={6} />}>
          {width === 0 ? null : (
            <Plot
              {...{ kind, title, series, units, width, height, zone, from, to, left, format, hatches }}
              right={hasRightAxis ? right : undefined}
            />
          )}
        </Suspense>
        {isFlat || width === 0
          ? null
          : thresholds.map((one) => (
              <ThresholdLine
                key={one.id}
                threshold={one}
                frame={frame}
                domain={isOfLeft(one.unit ?? first) ? left : right}
                unit={first}
                format={format}
                onHold={setHeld}
              />
            ))}
      </div>
      {below?.(frame)}
    </div>
  )
}

/** The x values at the edges. */
function useEnds(series: readonly ChartSeries[], start: number | undefined, end: number | undefined): readonly [number, number] {
  return useMemo(() => {
    if (start !== undefined && end !== undefined) return [start, end]
    let [from, to] = [Infinity, -Infinity]
    for (const { points } of series) {
      for (const { x } of points) {
        if (typeof x !== 'number') continue
        from = Math.min(from, x)
        to = Math.max(to, x)
      }
    }
    return from <= to ? [from, to] : [0, 1]
  }, [series, start, end])
}

type DomainInput = {
  readonly series: readonly ChartSeries[]
  readonly units: readonly (string | undefined)[]
  readonly isMine: (unit: string | undefined) => boolean
  readonly thresholds: readonly ChartThreshold[]
  readonly axis: ChartAxis | undefined
  readonly isHeld: boolean
}

/** The y axis of one unit: around its values and thresholds, and standing while a threshold is dragged. */
function useDomain({ series, units, isMine, thresholds, axis, isHeld }: DomainInput): Domain {
  const mine = series.filter((_, at) => isMine(units[at]))
  const key = mine.map((one) => series.indexOf(one)).join()
  const values = useMemo(
    () => mine.flatMap((one) => one.points.flatMap(({ y }) => (y === null ? [] : [y]))),
    // what is mine follows from the series and the key
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [series, key],
  )
  const lines = thresholds.flatMap((one) => (isMine(one.unit ?? units[0]) ? [one.value] : [])).join()
  const [kept, setKept] = useState(lines)
  if (!isHeld && kept !== lines) setKept(lines)
  const settled = isHeld ? kept : lines
  const { min, max } = axis ?? {}
  const domain = useMemo(
    () => domainOf(values, settled === '' ? [] : settled.split(',').map(Number), { min, max }),
    [values, settled, min, max],
  )
  // the same axis is the same object, or the plot is drawn again for nothing
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  return useMemo(() => domain, [domain.min, domain.max, domain.ticks.length])
}

type SummaryProps = {
  readonly kind: ChartKind
  readonly series: readonly ChartSeries[]
  readonly unit: string | undefined
  readonly format: ChartProps['format']
}

const Summary = memo(function Summary({ kind, series, unit, format }: SummaryProps) {
  const { zone } = usePreferences()
  return <p className="visually-hidden">{summaryOf(series, placeInFull(kind, zone), { unit, format })}</p>
})

type TableProps = { readonly kind: ChartKind; readonly title: string; readonly series: readonly ChartSeries[] }

const Table = memo(function Table({ kind, title, series }: TableProps) {
  const { zone } = usePreferences()
  const place = placeInFull(kind, zone)
  const key = isOverTime(kind) ? 'time' : 'key'
  const rows = plotRows(series).map((row) => [
    { field: key, value: place(row.x) },
    ...series.flatMap((one, at) => {
      const value = row.values[at]
      return value === null || value === undefined ? [] : [{ field: one.label, value: String(value) }]
    }),
  ])
  return <ResultTable label={`${title}, as a table`} rows={rows} columns={[key, ...series.map((one) => one.label)]} />
})

type LegendProps = {
  readonly labels: readonly string[]
  /** Layers are told by their fill, lines by their dash. */
  readonly hatches?: string
}

function Legend({ labels, hatches }: LegendProps) {
  return (
    <ul className={styles.legend}>
      {labels.map((label, at) => (
        <li key={at}>
          <svg width="22" height="10" aria-hidden="true">
            {hatches === undefined ? (
              <line x1="1" x2="21" y1="5" y2="5" stroke={colourOf(at)} strokeWidth="3" strokeDasharray={dashOf(at)} />
            ) : (
              <rect width="22" height="10" rx="2" fill={hatchOf(hatches, at)} />
            )}
          </svg>
          {label}
        </li>
      ))}
    </ul>
  )
}
