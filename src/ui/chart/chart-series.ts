/** `x` is a category in bars, epoch milliseconds in time, a number in lines; `y` null where there is nothing. */
export type ChartPoint = { readonly x: string | number; readonly y: number | null }

export type ChartSeries = { readonly label: string; readonly points: readonly ChartPoint[] }

export type ChartKind = 'bar' | 'line' | 'time'

export type ChartProps = {
  readonly kind: ChartKind
  /** What is drawn, in words. */
  readonly title: string
  readonly series: readonly ChartSeries[]
  /** `ms`, `events`: stands behind every figure. */
  readonly unit?: string
}
