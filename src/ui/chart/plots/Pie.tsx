import type { ChartProps, ChartSeries } from '../chart-series.ts'
import { colourOf } from '../series-look.ts'
import { formatFigure } from '../summary.ts'
import styles from '../Chart.module.css'
import { formatShare, slicesOf, type Slice } from './slices.ts'

type PieProps = { readonly series: ChartSeries; readonly unit: string | undefined; readonly format?: ChartProps['format'] | undefined }

const RADIUS = 100
/** Room for the numbers around it. */
const REACH = 124

const at = (part: number, radius: number): string => {
  const angle = (part - 0.25) * 2 * Math.PI
  return `${(Math.cos(angle) * radius).toFixed(2)} ${(Math.sin(angle) * radius).toFixed(2)}`
}

function arcOf({ from, share }: Slice): string {
  const isLarge = share > 0.5 ? 1 : 0
  return `M0 0L${at(from, RADIUS)}A${RADIUS} ${RADIUS} 0 ${isLarge} 1 ${at(from + share, RADIUS)}Z`
}

/** Parts of a whole, each with a number that the list beside it explains: no colour has to be told from another. */
export function Pie({ series, unit, format = formatFigure }: PieProps) {
  const slices = slicesOf(series)
  const [only] = slices.length === 1 ? slices : []
  return (
    <div className={styles.pie}>
      <svg viewBox={`${-REACH} ${-REACH} ${2 * REACH} ${2 * REACH}`} aria-hidden="true">
        {only ? <circle r={RADIUS} fill={colourOf(0)} /> : null}
        {only
          ? null
          : slices.map((slice, index) => <path key={slice.label} className={styles.slice} d={arcOf(slice)} fill={colourOf(index)} />)}
        {slices.map((slice, index) => {
          const [x, y] = at(slice.from + slice.share / 2, RADIUS + 13).split(' ')
          return slice.share < 0.015 ? null : (
            <text key={slice.label} className={styles.sliceNumber} x={x} y={y}>
              {index + 1}
            </text>
          )
        })}
      </svg>
      <ol className={styles.slices}>
        {slices.map(({ label, value, share }, index) => (
          <li key={label}>
            <span className={styles.swatch} style={{ background: colourOf(index) }} />
            <span>{label}</span>
            <span className={styles.figure}>{format(value, unit)}</span>
            <span className={styles.share}>{formatShare(share)}</span>
          </li>
        ))}
      </ol>
    </div>
  )
}
