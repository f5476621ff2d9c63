import type { ChartKind, ChartProps } from '#ui/chart/chart-series.ts'
import type { Counted } from './counted.ts'

export type InsightsChart = 'line' | 'area' | 'bar' | 'pie'

/** A kind of chart, and in a sentence why a query's rows cannot be drawn so. */
export type ChartChoice = { readonly kind: InsightsChart; readonly title: string; readonly whyNot?: string }

const titles: readonly (readonly [InsightsChart, string])[] = [
  ['line', 'Line'],
  ['area', 'Stacked area'],
  ['bar', 'Bar'],
  ['pie', 'Pie'],
]

const drawnAs: Readonly<Record<InsightsChart, ChartKind>> = { line: 'time', area: 'area', bar: 'bar', pie: 'pie' }

const isBelow = ({ charts }: Counted): boolean =>
  charts.some(({ series }) => series.some(({ points }) => points.some(({ y }) => y !== null && y < 0)))

function whyNot(kind: InsightsChart, counted: Counted): string | undefined {
  const isTimed = kind === 'line' || kind === 'area'
  if (counted.by === 'time' && !isTimed) return 'The rows are moments, not categories: group by a field in place of bin.'
  if (counted.by !== 'time' && isTimed) return 'The rows have no time: put bin(5m) behind by.'
  if (counted.by === 'all' && kind === 'pie') return 'One value has no parts: put a field behind by.'
  return (kind === 'pie' || kind === 'area') && isBelow(counted) ? 'A part of a whole is not below 0, and a value here is.' : undefined
}

/** The four kinds of chart over what a query counted. */
export const chartChoices = (counted: Counted): readonly ChartChoice[] =>
  titles.map(([kind, title]) => {
    const why = whyNot(kind, counted)
    return { kind, title, ...(why === undefined ? {} : { whyNot: why }) }
  })

/** The kind that is wanted where it can be drawn, else the first that can. */
export const chartKindFor = (wanted: string | null, choices: readonly ChartChoice[]): InsightsChart | undefined => {
  const open = choices.filter((choice) => choice.whyNot === undefined)
  return (open.find(({ kind }) => kind === wanted) ?? open[0])?.kind
}

/** What to bear in mind of a chart that adds up what does not add up. */
export const warningOf = (kind: InsightsChart, { addsUp }: Counted): string | undefined =>
  addsUp || kind === 'line' || kind === 'bar'
    ? undefined
    : `${kind === 'pie' ? 'A pie' : 'A stack'} adds its values up, which means something for counts and sums only; these are others.`

/** A chart drawn as another kind. */
export const asKind = (chart: ChartProps, kind: InsightsChart): ChartProps => ({ ...chart, kind: drawnAs[kind] })
