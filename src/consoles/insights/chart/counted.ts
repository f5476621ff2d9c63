import { chartRoles, type ChartRoles } from '#languages/insights/index.ts'
import type { ChartPoint, ChartProps } from '#ui/chart/chart-series.ts'
import { cell, type Row } from '#ui/table/columns.ts'

/** `2026-03-04 09:05:00.000`, as the product writes a time, or epoch milliseconds. */
const readTime = (text: string): number => (/^\d+$/.test(text) ? Number(text) : Date.parse(`${text.replace(' ', 'T')}Z`))

/** What a query counted: by time or by categories, one thing over all events, or nothing. */
export type Counted = {
  readonly by: 'time' | 'categories' | 'all' | 'nothing'
  /** One for each thing counted, since two seldom share a scale; only those with a value. */
  readonly charts: readonly ChartProps[]
  /** Every value is a part of one whole: counts and sums are, an average is not. */
  readonly addsUp: boolean
}

export const countedBy = (query: string, rows: readonly Row[]): Counted => countedIn(chartRoles(query), rows)

/** What rows count, where it is known which of their columns do. */
export function countedIn(roles: ChartRoles | undefined, rows: readonly Row[]): Counted {
  if (roles === undefined) return { by: 'nothing', charts: [], addsUp: false }
  const { time, keys, values, addsUp } = roles
  return {
    by: time !== undefined ? 'time' : keys.length > 0 ? 'categories' : 'all',
    charts: values.map((value) => chartOf(value, roles, rows)).filter((chart) => chart.series.length > 0),
    addsUp,
  }
}

/** One series, or with time one for each value of the other keys. */
function chartOf(value: string, { time, keys }: ChartRoles, rows: readonly Row[]): ChartProps {
  const points = new Map<string, ChartPoint[]>()
  for (const row of rows) {
    const y = Number(cell(row, value) || Number.NaN)
    if (Number.isNaN(y)) continue
    const key = keys.map((one) => cell(row, one) ?? '(none)').join(', ')
    const name = time === undefined || key === '' ? value : key
    const list = points.get(name) ?? []
    list.push({ x: time === undefined ? key || 'all events' : readTime(cell(row, time) ?? ''), y })
    points.set(name, list)
  }
  return {
    kind: time === undefined ? 'bar' : 'time',
    title: value,
    series: [...points].map(([label, list]) => ({ label, points: list })),
  }
}
