import type { ChartSeries } from './chart-series.ts'

const four = (value: number): string => Number(value.toPrecision(4)).toString()

/** A figure as an axis and a tooltip write it. */
export const formatFigure = (value: number, unit?: string): string => (unit === undefined ? four(value) : `${four(value)} ${unit}`)

type Written = {
  readonly unit?: string | undefined
  readonly format?: ((value: number, unit?: string) => string) | undefined
  /** Series told at most. */
  readonly most?: number
}

/** A chart in a sentence for each series, for who cannot see it. */
export function summaryOf(
  series: readonly ChartSeries[],
  place: (x: string | number) => string,
  { unit, format = formatFigure, most = 6 }: Written = {},
): string {
  const told = series.slice(0, most).flatMap((one) => {
    const points = one.points.filter((point): point is { x: string | number; y: number } => point.y !== null)
    const [first] = points
    if (!first) return []
    const least = points.reduce((best, point) => (point.y < best.y ? point : best), first)
    const greatest = points.reduce((best, point) => (point.y > best.y ? point : best), first)
    const figure = (value: number) => format(value, one.unit ?? unit)
    if (points.length === 1) return [`${one.label}: ${figure(first.y)} at ${place(first.x)}.`]
    return [
      `${one.label}: ${points.length} points, least ${figure(least.y)} at ${place(least.x)}, greatest ${figure(greatest.y)} at ${place(greatest.x)}.`,
    ]
  })
  return series.length > most ? `${told.join(' ')} And ${series.length - most} more series.` : told.join(' ')
}
