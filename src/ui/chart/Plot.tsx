import { Bar, BarChart, CartesianGrid, Line, LineChart, Tooltip, XAxis, YAxis, type TooltipContentProps } from 'recharts'
import type { Zone } from '#ui/preferences.ts'
import type { ChartProps } from './chart-series.ts'
import { placeInFull, tickOf } from './place.ts'
import { plotRows, reduce, withGaps } from './reduce.ts'
import { colourOf, dashOf } from './series-look.ts'
import { formatFigure } from './summary.ts'
import styles from './Chart.module.css'

type PlotProps = ChartProps & { readonly width: number; readonly zone: Zone }

const HEIGHT = 260
const MOST_BARS = 30
const BAR = 34
const FEW = 60

const isStill = (): boolean => typeof matchMedia === 'function' && matchMedia('(prefers-reduced-motion: reduce)').matches

const tick = { fill: 'var(--muted)', fontSize: 13 }

/** The one file that knows Recharts. */
export default function Plot(props: PlotProps) {
  return props.kind === 'bar' ? <Bars {...props} /> : <Lines {...props} />
}

type Shown = Pick<TooltipContentProps, 'active' | 'payload' | 'label'>

function tip({ active, payload, label }: Shown, place: (x: string | number) => string, unit: string | undefined) {
  if (!active || label === undefined) return null
  return (
    <div className={styles.tip}>
      <p className={styles.place}>{place(label)}</p>
      {payload.map((entry, at) => (
        <p key={at}>
          <span className={styles.swatch} style={{ background: colourOf(Number(String(entry.dataKey).replace(/\D/g, ''))) }} />
          {entry.name}
          <span className={styles.figure}>{formatFigure(Number(entry.value), unit)}</span>
        </p>
      ))}
    </div>
  )
}

const flat = (row: { readonly x: string | number; readonly values: readonly (number | null)[] }) => ({
  x: row.x,
  ...Object.fromEntries(row.values.map((value, at) => [`s${at}`, value])),
})

function Lines({ kind, title, series, unit, width, zone }: PlotProps) {
  const all = plotRows(series)
  const rows = reduce(kind === 'time' ? withGaps(all) : all, Math.max(1, width - 60)).map(flat)
  const span = Number(all.at(-1)?.x ?? 0) - Number(all[0]?.x ?? 0)
  const place = placeInFull(kind, zone)
  return (
    <LineChart width={width} height={HEIGHT} data={rows} margin={{ top: 8, right: 12, bottom: 0, left: 0 }} title={title}>
      <CartesianGrid vertical={false} stroke="var(--line)" />
      <XAxis
        dataKey="x"
        type="number"
        domain={['dataMin', 'dataMax']}
        tick={tick}
        stroke="var(--line-strong)"
        tickFormatter={tickOf(kind, zone, span)}
        minTickGap={40}
        {...(kind === 'time' ? { scale: 'time' as const } : {})}
      />
      <YAxis
        domain={[0, 'auto']}
        tick={tick}
        stroke="var(--line-strong)"
        axisLine={false}
        tickLine={false}
        width={60}
        tickFormatter={(value: number) => formatFigure(value)}
      />
      <Tooltip content={(shown) => tip(shown, place, unit)} isAnimationActive={false} />
      {series.map((one, at) => (
        <Line
          key={one.label}
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

function Bars({ title, series, unit, width }: PlotProps) {
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
          tickFormatter={(value: number) => formatFigure(value)}
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
        <Tooltip content={(seen) => tip(seen, String, unit)} isAnimationActive={false} cursor={{ fill: 'var(--sunken)' }} />
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
