import type { ChartAxis, ChartSeries } from '#ui/chart/chart-series.ts'

/** Why a panel shows no line, where it shows none: nothing was measured, or all of it lies outside the axis somebody set. */
export function nothingSeen(
  series: readonly ChartSeries[],
  { min = -Infinity, max = Infinity }: ChartAxis,
  format: (value: number) => string,
): string | undefined {
  const values = series.flatMap(({ points }) => points.flatMap(({ y }) => (y === null ? [] : [y])))
  if (values.length === 0) return 'No data'
  const [least, greatest] = [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))]
  const run = least === greatest ? `at ${format(least)}` : `from ${format(least)} to ${format(greatest)}`
  if (greatest < min) return `Nothing is seen: the values lie ${run}, below the axis, which begins at ${format(min)}`
  if (least > max) return `Nothing is seen: the values lie ${run}, above the axis, which ends at ${format(max)}`
  return undefined
}
