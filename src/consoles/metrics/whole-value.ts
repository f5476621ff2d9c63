import type { TimeRange } from '#lib/time.ts'
import type { ReadSeries, SeriesQuery } from '#ui/metric-query/use-series.ts'

const MINUTE = 60_000

/** The range with whole minutes at its ends, as CloudWatch reads it. */
export function wholeMinutes({ start, end }: TimeRange): TimeRange {
  return { start: Math.floor(start / MINUTE) * MINUTE, end: Math.ceil(end / MINUTE) * MINUTE }
}

/** The same question with one period over the whole range: its one datapoint is the answer. */
export function wholeQuery(query: SeriesQuery, range: TimeRange): SeriesQuery {
  const { start, end } = wholeMinutes(range)
  return { ...query, period: Math.max(60, (end - start) / 1000) }
}

/** The one value, undefined where the range holds no datapoint. */
export const wholeValue = (series: ReadSeries | undefined): number | undefined => series?.points[0]?.y

/** A figure as CloudWatch's console writes one: at most six significant places, a whole part whole, no groups. */
export const figureText = (value: number): string =>
  value.toLocaleString('en-GB', {
    maximumSignificantDigits: Math.max(6, Math.trunc(Math.abs(value)).toString().length),
    useGrouping: false,
  })
