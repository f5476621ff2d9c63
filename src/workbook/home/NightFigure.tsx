import { days, WEEKDAY_OF_TROUBLE } from './night-figure.ts'
import styles from './NightFigure.module.css'

const WIDTH = 480
const HEIGHT = 296
const LEFT = 8
const BASE = 236
const TOP = 74

const slowest = Math.max(...days.map((day) => day.slowestMs))
const step = (WIDTH - LEFT) / (days.length - 1)
const x = (index: number): number => Math.round((LEFT + index * step) * 10) / 10
const y = (ms: number): number => Math.round((BASE - (ms / slowest) * (BASE - TOP)) * 10) / 10
const points = days.map((day, index) => ({ ...day, x: x(index), y: y(day.slowestMs) }))
const bad = points.filter((point) => point.weekday === WEEKDAY_OF_TROUBLE)
const seconds = Math.round(slowest / 100) / 10

/** Three weeks of the course's own world: each day's slowest file. The Mondays are the story. */
export function NightFigure() {
  return (
    <svg
      className={styles.figure}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="xMaxYMid slice"
      role="img"
      aria-label={`A line of three weeks: the slowest file of each day. It jumps to ${seconds} seconds on Mondays.`}
    >
      {[0, 1 / 3, 2 / 3, 1].map((part) => (
        <line key={part} x1={0} x2={WIDTH} y1={y(slowest * part)} y2={y(slowest * part)} className={styles.grid} />
      ))}
      {bad.map((point) => (
        <rect key={point.x} x={point.x - step * 0.5} y={0} width={step} height={HEIGHT} className={styles.band} />
      ))}
      <polyline points={points.map((point) => `${point.x},${point.y}`).join(' ')} className={styles.line} pathLength={1} />
      {bad.map((point) => (
        <circle key={point.x} cx={point.x} cy={point.y} r={5} className={styles.dot} />
      ))}
      {bad.map((point) => (
        <text key={point.x} x={point.x} y={40} className={styles.label}>
          Monday
        </text>
      ))}
      <text x={LEFT + 4} y={HEIGHT - 24} className={styles.caption}>
        slowest file of each day, three weeks
      </text>
    </svg>
  )
}
