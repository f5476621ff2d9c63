import { useEffect, useState } from 'react'
import { days, MONDAY } from './night-figure.ts'
import styles from './NightFigure.module.css'

const WIDTH = 520
const HEIGHT = 296
const RIGHT = 446
const BASE = 244
const TOP = 76

const highest = Math.max(...days.map((day) => day.slowest))
const step = RIGHT / (days.length - 1)
const round = (value: number): number => Math.round(value * 10) / 10
const x = (index: number): number => round(index * step)
const y = (millis: number): number => round(BASE - (millis / highest) * (BASE - TOP))
const line = (of: (day: (typeof days)[number]) => number): string => days.map((day, index) => `${x(index)},${y(of(day))}`).join(' ')
const mondays = days.flatMap((day, index) => (day.weekday === MONDAY ? [{ x: x(index), y: y(day.slowest) }] : []))
const last = days[days.length - 1] ?? { slowest: 0, average: 0 }
const seconds = (highest / 1000).toFixed(1)

let wasSeen = false

/** Three weeks of the course's own world: the slowest upload of each day jumps on Mondays, and the average hides it. */
export function NightFigure() {
  const [isFirst] = useState(() => !wasSeen)
  useEffect(() => {
    wasSeen = true
  }, [])
  return (
    <svg
      className={styles.figure}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="xMaxYMid meet"
      role="img"
      aria-label={`Three weeks of uploads. The slowest of each day jumps to ${seconds} seconds on Mondays; the average hardly moves.`}
    >
      {mondays.map((monday) => (
        <rect key={monday.x} x={monday.x - step / 2} y={0} width={step} height={HEIGHT} className={styles.band} />
      ))}
      {[0, 500, 1000, 1500].map((millis) => (
        <line key={millis} x1={0} x2={WIDTH} y1={y(millis)} y2={y(millis)} className={styles.grid} />
      ))}
      <polyline points={line((day) => day.average)} className={styles.average} />
      <polyline
        points={line((day) => day.slowest)}
        className={isFirst ? `${styles.slowest} ${styles.drawn}` : styles.slowest}
        pathLength={1}
      />
      {mondays.map((monday) => (
        <g key={monday.x}>
          <circle cx={monday.x} cy={monday.y} r={5} className={styles.dot} />
          <text x={monday.x} y={44} className={styles.monday}>
            Monday
          </text>
        </g>
      ))}
      <text x={RIGHT + 10} y={y(last.slowest) + 1} className={styles.slowestLabel}>
        slowest
      </text>
      <text x={RIGHT + 10} y={y(last.average) + 9} className={styles.averageLabel}>
        average
      </text>
      <text
        x={mondays[2] === undefined ? 0 : mondays[2].x + 12}
        y={mondays[2] === undefined ? 0 : mondays[2].y + 2}
        className={styles.monday}
        textAnchor="start"
      >
        {seconds} s
      </text>
    </svg>
  )
}
