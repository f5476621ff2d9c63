import type { ChartSeries } from '../chart-series.ts'
import { plotRows, type PlotRow } from '../reduce.ts'

const sumOf = ({ values }: Pick<PlotRow, 'values'>): number => values.reduce<number>((sum, value) => sum + (value ?? 0), 0)

/** Series over time as layers: what has no value at a moment adds nothing there, and a moment without any is at nothing, not on a line across. */
export function stackRows(series: readonly ChartSeries[], most: number): readonly PlotRow[] {
  const rows = plotRows(series).map(({ x, values }) => ({ x, values: values.map((value) => value ?? 0) }))
  const step = leastStep(rows)
  const none = series.map(() => 0)
  const whole = rows.flatMap((row, at) => {
    const next = rows[at + 1]
    if (next === undefined || Number(next.x) - Number(row.x) <= step * 1.5) return [row]
    return [row, ...[...new Set([Number(row.x) + step, Number(next.x) - step])].map((x) => ({ x, values: none }))]
  })
  return highest(whole, most)
}

/** How high the layers reach together, as a series of its own. */
export const totalOf = (series: readonly ChartSeries[]): ChartSeries => ({
  label: 'all together',
  points: plotRows(series).map((row) => ({ x: row.x, y: sumOf(row) })),
})

const leastStep = (rows: readonly PlotRow[]): number =>
  rows.slice(1).reduce((least, row, at) => Math.min(least, Number(row.x) - Number(rows[at]?.x) || Infinity), Infinity)

/** The highest row of each stretch where there are more than can be seen. */
function highest(rows: readonly PlotRow[], most: number): readonly PlotRow[] {
  if (rows.length <= most) return rows
  return Array.from({ length: most }, (_, at) =>
    rows.slice(Math.floor((at * rows.length) / most), Math.floor(((at + 1) * rows.length) / most)),
  ).flatMap((stretch) => stretch.toSorted((left, right) => sumOf(right) - sumOf(left)).slice(0, 1))
}
