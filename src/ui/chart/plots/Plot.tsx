import { memo } from 'react'
import { Area, AreaChart, Bar, BarChart, CartesianGrid, Line, LineChart, Tooltip, XAxis, YAxis, type TooltipContentProps } from 'recharts'
import { never } from '#lib/invariant.ts'
import type { Zone } from '#ui/preferences.ts'
import type { ChartKind, ChartProps, ChartSeries } from '../chart-series.ts'
import { placeInFull, tickOf, timeTicks } from '../place.ts'
import { BOTTOM_AXIS, LEFT_AXIS, RIGHT_AXIS, RIGHT_MARGIN, TOP_MARGIN, type Domain } from '../plot-frame.ts'
import { plotRows, reduce, timeRows, type PlotRow } from '../reduce.ts'
import { colourOf, dashOf } from '../series-look.ts'
import { formatFigure } from '../summary.ts'
import { hatchOf } from '../Hatches.tsx'
import styles from '../Chart.module.css'
import { Pie } from './Pie.tsx'
import { stackRows } from './stack.ts'

type Format = NonNullable<ChartProps['format']>

type PlotProps = {
  readonly kind: ChartKind
  readonly title: string
  readonly series: readonly ChartSeries[]
  /** Of each series; the same one unit for all where they have none of their own. */
  readonly units: readonly (string | undefined)[]
  readonly width: number
  readonly height: number
  readonly zone: Zone
  readonly from: number
  readonly to: number
  /** One, or two with an axis at the right. */
  readonly left: Domain
  readonly right?: Domain | undefined
  readonly format?: Format | undefined
  /** The name of the layers' fills. */
  readonly hatches: string
}

const MOST_BARS = 30
const BAR = 34
const FEW = 60

const isStill = (): boolean => typeof matchMedia === 'function' && matchMedia('(prefers-reduced-motion: reduce)').matches

const tick = { fill: 'var(--muted)', fontSize: 13 }

/** The one file that knows Recharts; drawn again only where its own props change, never for what lies over it. */
const Plot = memo(function Plot(props: PlotProps) {
  const [first] = props.series
  switch (props.kind) {
    case 'bar':
      return <Bars {...props} />
    case 'pie':
      return first && <Pie series={first} unit={props.units[0]} format={props.format} />
    case 'area':
      return <Areas {...props} />
    case 'line':
    case 'time':
      return <Lines {...props} />
    default:
      return never(props.kind)
  }
})
export default Plot

type Shown = Pick<TooltipContentProps, 'active' | 'payload' | 'label'>

const indexOf = (dataKey: unknown): number => Number(String(dataKey).replace(/\D/g, ''))

function tip({ active, payload, label }: Shown, place: (x: string | number) => string, units: PlotProps['units'], format: Format) {
  if (!active || label === undefined) return null
  return (
    <div className={styles.tip}>
      <p className={styles.place}>{place(label)}</p>
      {payload
        .filter((entry) => !(entry.payload as FlatRow).between?.has(indexOf(entry.dataKey)))
        .map((entry, at) => (
          <p key={at}>
            <span className={styles.swatch} style={{ background: colourOf(indexOf(entry.dataKey)) }} />
            {entry.name}
            <span className={styles.figure}>{format(Number(entry.value), units[indexOf(entry.dataKey)])}</span>
          </p>
        ))}
    </div>
  )
}

type FlatRow = Pick<PlotRow, 'x' | 'between'>

const flat = ({ x, values, between }: PlotRow): FlatRow => ({
  x,
  between,
  ...Object.fromEntries(values.map((value, at) => [`s${at}`, value])),
})

/** The row a tooltip tells: a row that only ends a line has nothing of its own, and stands a millisecond behind one that has. */
function rowToTell(rows: readonly FlatRow[], shown: Shown): Shown {
  const at = rows.findIndex(({ x }) => x === shown.label)
  const [row, before] = [rows[at], rows[at - 1]]
  const isBare = shown.payload.every(({ dataKey }) => row?.between?.has(indexOf(dataKey)))
  if (!isBare || before === undefined || Number(row?.x) - Number(before.x) !== 1) return shown
  const payload = shown.payload.map((entry) => ({ ...entry, payload: before, value: valueOf(before, String(entry.dataKey)) }))
  return { ...shown, label: before.x, payload }
}

const valueOf = (row: FlatRow, dataKey: string): number => Number(new Map(Object.entries(row)).get(dataKey))

function Lines({ kind, title, series, units, width, height, zone, from, to, left, right, format = formatFigure }: PlotProps) {
  const all = kind === 'time' ? timeRows(series) : plotRows(series)
  const rows = reduce(all, Math.max(1, width - LEFT_AXIS)).map(flat)
  const place = placeInFull(kind, zone)
  // Chromium draws a line with a clip path only after the next repaint where the page's hash changed: cut none that need not be
  const isCut = series.some(({ points }, at) => {
    const domain = right === undefined || units[at] === units[0] ? left : right
    return points.some(({ y }) => y !== null && (y < domain.min || y > domain.max))
  })
  const axis = { tick, stroke: 'var(--line-strong)', axisLine: false, tickLine: false, tickFormatter: (value: number) => format(value) }
  const [unit] = units
  return (
    <LineChart
      width={width}
      height={height}
      data={rows}
      margin={{ top: TOP_MARGIN, right: RIGHT_MARGIN, bottom: 0, left: 0 }}
      title={title}
      accessibilityLayer={false}
    >
      <CartesianGrid vertical={false} stroke="var(--line)" yAxisId="left" />
      <XAxis
        dataKey="x"
        type="number"
        domain={[from, to]}
        height={BOTTOM_AXIS}
        tick={tick}
        stroke="var(--line-strong)"
        tickFormatter={tickOf(kind, zone, to - from)}
        minTickGap={40}
        {...(kind === 'time' ? { scale: 'time' as const, ticks: timeTicks(from, to, width, zone) } : {})}
      />
      <YAxis yAxisId="left" width={LEFT_AXIS} domain={[left.min, left.max]} ticks={[...left.ticks]} allowDataOverflow={isCut} {...axis} />
      {right === undefined ? null : (
        <YAxis
          yAxisId="right"
          orientation="right"
          width={RIGHT_AXIS}
          domain={[right.min, right.max]}
          ticks={[...right.ticks]}
          allowDataOverflow={isCut}
          {...axis}
        />
      )}
      <Tooltip content={(shown) => tip(rowToTell(rows, shown), place, units, format)} isAnimationActive={false} />
      {series.map((one, at) => (
        <Line
          key={at}
          yAxisId={right === undefined || units[at] === unit ? 'left' : 'right'}
          dataKey={`s${at}`}
          name={one.label}
          stroke={colourOf(at)}
          strokeDasharray={dashOf(at)}
          strokeWidth={2}
          dot={all.length <= FEW ? { r: 2.5, fill: colourOf(at), strokeDasharray: '' } : false}
          connectNulls={false}
          isAnimationActive={!isStill()}
          animationDuration={180}
        />
      ))}
    </LineChart>
  )
}

function Areas({ kind, title, series, units, width, height, zone, from, to, left, format = formatFigure, hatches }: PlotProps) {
  const rows = stackRows(series, Math.max(1, width - LEFT_AXIS)).map(flat)
  return (
    <AreaChart
      width={width}
      height={height}
      data={rows}
      margin={{ top: TOP_MARGIN, right: RIGHT_MARGIN, bottom: 0, left: 0 }}
      title={title}
      accessibilityLayer={false}
    >
      <CartesianGrid vertical={false} stroke="var(--line)" />
      <XAxis
        dataKey="x"
        type="number"
        scale="time"
        domain={[from, to]}
        ticks={timeTicks(from, to, width, zone)}
        height={BOTTOM_AXIS}
        tick={tick}
        stroke="var(--line-strong)"
        tickFormatter={tickOf(kind, zone, to - from)}
        minTickGap={40}
      />
      <YAxis
        width={LEFT_AXIS}
        domain={[left.min, left.max]}
        ticks={[...left.ticks]}
        tick={tick}
        axisLine={false}
        tickLine={false}
        tickFormatter={(value: number) => format(value)}
      />
      <Tooltip content={(shown) => tip(shown, placeInFull(kind, zone), units, format)} isAnimationActive={false} />
      {series.map((one, at) => (
        <Area
          key={at}
          stackId="layers"
          dataKey={`s${at}`}
          name={one.label}
          stroke={colourOf(at)}
          strokeWidth={1.5}
          fill={hatchOf(hatches, at)}
          fillOpacity={0.85}
          dot={rows.length === 1 ? { r: 3, fill: colourOf(at) } : false}
          isAnimationActive={false}
        />
      ))}
    </AreaChart>
  )
}

function Bars({ title, series, units, width, format = formatFigure }: PlotProps) {
  const rows = plotRows(series)
  const shown = rows.slice(0, MOST_BARS)
  const longest = Math.max(...shown.map((row) => Math.min(24, String(row.x).length)))
  return (
    <>
      <BarChart
        layout="vertical"
        width={width}
        height={shown.length * BAR + 40}
        data={shown.map(flat)}
        margin={{ top: 0, right: 20, bottom: 0, left: 0 }}
        barCategoryGap={6}
        title={title}
      >
        <CartesianGrid horizontal={false} stroke="var(--line)" />
        <XAxis
          type="number"
          domain={[0, 'auto']}
          tick={tick}
          stroke="var(--line-strong)"
          tickFormatter={(value: number) => format(value)}
        />
        <YAxis
          type="category"
          dataKey="x"
          tick={tick}
          stroke="var(--line-strong)"
          tickLine={false}
          width={Math.min(longest * 8 + 16, width * 0.4)}
          interval={0}
          tickFormatter={tickOf('bar', 'utc', 0)}
        />
        <Tooltip content={(seen) => tip(seen, String, units, format)} isAnimationActive={false} cursor={{ fill: 'var(--sunken)' }} />
        {series.map((one, at) => (
          <Bar key={one.label} dataKey={`s${at}`} name={one.label} fill={colourOf(at)} radius={[0, 4, 4, 0]} isAnimationActive={false} />
        ))}
      </BarChart>
      {rows.length > MOST_BARS ? (
        <p className={styles.note}>
          The first {MOST_BARS} of {rows.length}; the table has them all.
        </p>
      ) : null}
    </>
  )
}
