import type { ChartSeries } from './chart-series.ts'

/** One place on the x axis; `values` has one for each series, null where it has none. */
export type PlotRow = {
  readonly x: string | number
  readonly values: readonly (number | null)[]
  /** Series whose value only lies on the line between two of their points: drawn, and not told. */
  readonly between?: ReadonlySet<number>
}

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

type Spot = { readonly x: number; readonly y: number }

/** A series over time as it is drawn: pieces without a gap inside. */
export type Piece = readonly Spot[]

/** The unbroken pieces of a series: two neighbours further apart than one and a half steps are not joined. */
export function piecesOf({ points, step: given }: ChartSeries): readonly Piece[] {
  const spots = points
    .flatMap(({ x, y }) => (y === null || !Number.isFinite(y) ? [] : [{ x: Number(x), y }]))
    .toSorted((left, right) => left.x - right.x)
  const step = given ?? leastStep(spots)
  const pieces: Spot[][] = []
  for (const spot of spots) {
    const piece = pieces.at(-1)
    const before = piece?.at(-1)
    if (piece === undefined || before === undefined || spot.x - before.x > step * 1.5) pieces.push([spot])
    else piece.push(spot)
  }
  return pieces
}

const leastStep = (spots: readonly Spot[]): number =>
  spots.slice(1).reduce((least, spot, at) => Math.min(least, spot.x - (spots[at]?.x ?? 0) || Infinity), Infinity)

/** Series of different periods over one axis, each with its own gaps: where another has a point, a line goes on between its own. */
export function timeRows(series: readonly ChartSeries[]): readonly PlotRow[] {
  const all = series.map(piecesOf)
  const ends = all.flatMap((pieces) => pieces.slice(0, -1).map((piece) => (piece.at(-1)?.x ?? 0) + 1))
  const places = [...new Set([...all.flatMap((pieces) => pieces.flat().map(({ x }) => x)), ...ends])].toSorted(
    (left, right) => left - right,
  )
  const lines = all.map((pieces) => valuesAlong(pieces, places))
  return places.map((x, at) => {
    const found = lines.map((line) => line[at])
    const between = new Set(found.flatMap((one, index) => (one?.isBetween ? [index] : [])))
    return { x, values: found.map((one) => one?.y ?? null), ...(between.size > 0 ? { between } : {}) }
  })
}

type Along = { readonly y: number; readonly isBetween: boolean } | undefined

/** Both in order of x: one walk along the places. */
function valuesAlong(pieces: readonly Piece[], places: readonly number[]): readonly Along[] {
  let piece = 0
  let spot = 0
  return places.map((x): Along => {
    while (piece < pieces.length && (pieces[piece]?.at(-1)?.x ?? Infinity) < x) {
      piece++
      spot = 0
    }
    const line = pieces[piece] ?? []
    while (spot + 1 < line.length && (line[spot + 1]?.x ?? Infinity) <= x) spot++
    const [here, next] = [line[spot], line[spot + 1]]
    if (here === undefined || here.x > x) return undefined
    if (here.x === x) return { y: here.y, isBetween: false }
    return next && { y: here.y + ((x - here.x) / (next.x - here.x)) * (next.y - here.y), isBetween: true }
  })
}

/** Points with nothing on either side: no line shows them. */
export const lonely = (series: ChartSeries): readonly Spot[] => piecesOf(series).flatMap((piece) => (piece.length === 1 ? piece : []))
