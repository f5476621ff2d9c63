import type { ChartAxis, ChartSeries } from '#ui/chart/chart-series.ts'
import { tidy } from '#ui/chart/plot-frame.ts'

/** A tenth of the values' height is left below them; where that reaches nothing, the axis begins at nothing. */
const ROOM = 0.1

/** Where Grafana begins an axis that nobody set: under the lowest value, not at zero. */
export function automaticAxis(series: readonly ChartSeries[]): ChartAxis {
  const values = series.flatMap(({ points }) => points.flatMap(({ y }) => (y === null ? [] : [y])))
  if (values.length === 0) return {}
  const [least, greatest] = [Math.min(...values), Math.max(...values)]
  const height = greatest - least
  const low = least - (height === 0 ? Math.abs(greatest) : height * ROOM)
  if (least >= 0 && low <= 0) return { min: 0 }
  const step = 10 ** (Math.floor(Math.log10(height || Math.abs(greatest))) - 1)
  return { min: tidy(Math.floor(low / step) * step) }
}
