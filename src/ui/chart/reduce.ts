import type { ChartSeries } from './chart-series.ts'

/** One place on the x axis; `values` has one for each series, null where it has none. */
export type PlotRow = { readonly x: string | number; readonly values: readonly (number | null)[] }

/** All series over the x values any of them has, in order of x where x is a number. */
export function plotRows(series: readonly ChartSeries[]): readonly PlotRow[] {
  const maps = series.map((one) => new Map(one.points.map((point) => [point.x, point.y])))
  const places = [...new Set(series.flatMap((one) => one.points.map((point) => point.x)))]
  const sorted = places.every((x) => typeof x === 'number') ? places.toSorted((left, right) => left - right) : places
  return sorted.map((x) => ({ x, values: maps.map((map) => map.get(x) ?? null) }))
}

/** The least and the greatest of some values, in the order they came; a lone value or none twice. */
function extremes(values: readonly (number | null)[]): readonly [number | null, number | null] {
  let least = -1
  let greatest = -1
  for (const [at, value] of values.entries()) {
    if (value === null) continue
    if (least < 0 || value < (values[least] ?? 0)) least = at
    if (greatest < 0 || value > (values[greatest] ?? 0)) greatest = at
  }
  return [values[Math.min(least, greatest)] ?? null, values[Math.max(least, greatest)] ?? null]
}

/** At most two rows a bucket, least and greatest, so that a spike is never lost to the plot's width. */
export function reduce(rows: readonly PlotRow[], buckets: number): readonly PlotRow[] {
  if (rows.length <= buckets * 2) return rows
  return Array.from({ length: buckets }, (_, bucket) => {
    const stretch = rows.slice(Math.floor((bucket * rows.length) / buckets), Math.floor(((bucket + 1) * rows.length) / buckets))
    const pairs = (stretch[0]?.values ?? []).map((__, at) => extremes(stretch.map((row) => row.values[at] ?? null)))
    const places = [stretch[0], stretch[Math.floor(stretch.length / 2)]] as const
    return places.map((place, half) => ({ x: place?.x ?? 0, values: pairs.map((pair) => pair[half] ?? null) }))
  }).flat()
}

/** An empty row where regular places are missing, so that a gap is seen as a gap. */
export function withGaps(rows: readonly PlotRow[]): readonly PlotRow[] {
  const steps = rows.slice(1).map((row, at) => Number(row.x) - Number(rows[at]?.x))
  const step = Math.min(...steps)
  return rows.flatMap((row, at) => {
    const next = rows[at + 1]
    if (!next || Number(next.x) - Number(row.x) < step * 1.5) return [row]
    return [row, { x: Number(row.x) + step, values: row.values.map(() => null) }]
  })
}
