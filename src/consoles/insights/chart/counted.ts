import { parse } from '#languages/insights/index.ts'
import type { Expression, Item, Stats } from '#languages/insights/ast.ts'
import type { ChartPoint, ChartProps } from '#ui/chart/chart-series.ts'
import { cell, type Row } from '#ui/table/columns.ts'

const isTime = (expression: Expression): boolean =>
  (expression.kind === 'call' && /^(bin|datefloor|dateceil)$/i.test(expression.name)) ||
  (expression.kind === 'field' && /^@(timestamp|ingestionTime)$/.test(expression.name))

/** `2026-03-04 09:05:00.000`, as the product writes a time, or epoch milliseconds. */
const readTime = (text: string): number => (/^\d+$/.test(text) ? Number(text) : Date.parse(`${text.replace(' ', 'T')}Z`))

const lastStats = (query: string): Stats | undefined =>
  parse(query).ast.commands.findLast((command): command is Stats => command.kind === 'stats')

const title = (item: Item): string => item.alias ?? item.title

/** What a query counted: by time or by categories, one thing over all events, or nothing. */
export type Counted = {
  readonly by: 'time' | 'categories' | 'all' | 'nothing'
  /** One for each thing counted, since two seldom share a scale; only those with a value. */
  readonly charts: readonly ChartProps[]
  /** Every value is a part of one whole: counts and sums are, an average is not. */
  readonly addsUp: boolean
}

const parts = new Set(['count', 'sum'])

const isPart = ({ expression }: Item): boolean => expression.kind === 'call' && parts.has(expression.name.toLowerCase())

export function countedBy(query: string, rows: readonly Row[]): Counted {
  const stats = lastStats(query)
  if (!stats) return { by: 'nothing', charts: [], addsUp: false }
  const time = stats.by.find((item) => isTime(item.expression))
  const keys = stats.by.filter((item) => item !== time)
  return {
    by: time !== undefined ? 'time' : keys.length > 0 ? 'categories' : 'all',
    charts: stats.items.map((item) => chartOf(item, time, keys, rows)).filter((chart) => chart.series.length > 0),
    addsUp: stats.items.every(isPart),
  }
}

/** One series, or with time one for each value of the other keys. */
function chartOf(item: Item, time: Item | undefined, keys: readonly Item[], rows: readonly Row[]): ChartProps {
  const points = new Map<string, ChartPoint[]>()
  for (const row of rows) {
    const y = Number(cell(row, title(item)) || Number.NaN)
    if (Number.isNaN(y)) continue
    const key = keys.map((one) => cell(row, title(one)) ?? '(none)').join(', ')
    const name = time === undefined || key === '' ? title(item) : key
    const list = points.get(name) ?? []
    list.push({ x: time === undefined ? key || 'all events' : readTime(cell(row, title(time)) ?? ''), y })
    points.set(name, list)
  }
  return {
    kind: time === undefined ? 'bar' : 'time',
    title: title(item),
    series: [...points].map(([label, list]) => ({ label, points: list })),
  }
}
