import { memo } from 'react'
import type { ChartMark, ChartRegion, ChartSeries } from './chart-series.ts'
import { xIn, yIn, type Domain, type PlotFrame } from './plot-frame.ts'
import { lonely } from './reduce.ts'
import { colourOf } from './series-look.ts'
import styles from './Chart.module.css'

type BackdropProps = {
  readonly frame: PlotFrame
  readonly regions: readonly ChartRegion[]
  readonly marks: readonly ChartMark[]
  readonly series: readonly ChartSeries[]
  /** The domain each series is drawn in. */
  readonly domains: readonly Domain[]
}

/** Behind the lines: shaded stretches of time, and a dot for each point that no line reaches. */
export const Backdrop = memo(function Backdrop({ frame, regions, marks, series, domains }: BackdropProps) {
  return (
    <svg className={styles.backdrop} width="100%" height="100%" aria-hidden="true">
      {regions.map(({ start, end }) => {
        const left = xIn(frame, Math.max(start, frame.from))
        const right = xIn(frame, Math.min(end, frame.to))
        return right > left ? (
          <rect key={start} className={styles.region} x={left} y={frame.top} width={right - left} height={frame.height} />
        ) : null
      })}
      {marks.map(({ x, label }) => (
        <g key={x} transform={`translate(${xIn(frame, x).toFixed(1)} 0)`}>
          <line className={styles.mark} y1={frame.top + 14} y2={frame.top + frame.height} />
          <text className={styles.markLabel} y={frame.top + 8}>
            {label}
          </text>
        </g>
      ))}
      {series.map((one, at) => {
        const domain = domains[at]
        if (domain === undefined) return null
        // a line of no length with round ends is a dot
        const path = lonely(one).map(({ x, y }) => `M${xIn(frame, x).toFixed(1)} ${yIn(frame, domain, y).toFixed(1)}h0`)
        return path.length === 0 ? null : (
          <path key={one.label} d={path.join('')} stroke={colourOf(at)} strokeWidth="5" strokeLinecap="round" fill="none" />
        )
      })}
    </svg>
  )
})
