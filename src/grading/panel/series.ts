import type { LabelledSeries } from '#clients/cloudwatch.ts'
import type { Panel } from '#lib/panel.ts'
import type { Millis } from '#lib/time.ts'

type Points = LabelledSeries['points']

/** One value apart: where the answer's line and the wanted one part. */
export type PointDifference = { readonly at: Millis; readonly yours?: number; readonly expected?: number }

/** How the lines of an answer and of the solution pair off, whatever their order. */
export type SeriesComparison = {
  /** For each line of the answer the index of the wanted one it is. */
  readonly pairs: readonly (number | undefined)[]
  readonly missing: readonly number[]
  readonly isSame: boolean
}

/** A line is the wanted one where every value is, within the tolerance; how it was asked for does not matter. */
export function compareSeries(yours: readonly LabelledSeries[], expected: readonly LabelledSeries[], tolerance: number): SeriesComparison {
  const taken = new Set<number>()
  const pairs = yours.map(({ points }) => {
    const at = expected.findIndex((wanted, nth) => !taken.has(nth) && differencesOf(points, wanted.points, tolerance).length === 0)
    if (at < 0) return undefined
    taken.add(at)
    return at
  })
  const missing = expected.flatMap((_, at) => (taken.has(at) ? [] : [at]))
  return { pairs, missing, isSame: missing.length === 0 && pairs.every((pair) => pair !== undefined) }
}

/** Every time at which two lines differ. */
export function differencesOf(yours: Points, expected: Points, tolerance: number): readonly PointDifference[] {
  const mine = new Map(yours.map(({ x, y }) => [x, y]))
  const theirs = new Map(expected.map(({ x, y }) => [x, y]))
  const times = [...new Set([...mine.keys(), ...theirs.keys()])].sort((left, right) => left - right)
  return times.flatMap((at) => {
    const [mineAt, theirsAt] = [mine.get(at), theirs.get(at)]
    if (mineAt !== undefined && theirsAt !== undefined && isNear(mineAt, theirsAt, tolerance)) return []
    return [{ at, ...(mineAt === undefined ? {} : { yours: mineAt }), ...(theirsAt === undefined ? {} : { expected: theirsAt }) }]
  })
}

const isNear = (left: number, right: number, tolerance: number): boolean =>
  Math.abs(left - right) <= tolerance * Math.max(1, Math.abs(left), Math.abs(right))

/** What CloudWatch is asked for. */
export const queriesOf = ({ targets }: Panel) =>
  targets.map(({ namespace, metricName, dimensions, statistic, period, label }) => ({
    namespace,
    metricName,
    dimensions,
    statistic,
    period,
    ...(label === undefined || label === '' ? {} : { label }),
  }))
