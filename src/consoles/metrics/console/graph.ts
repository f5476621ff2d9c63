import { metricKey, type MetricIdentity } from '#lib/metric/metric.ts'
import type { PanelTarget } from '#lib/panel.ts'

/** One row of the graph: what a panel's target says, and how it is drawn. */
export type GraphRow = PanelTarget & {
  readonly id: string
  readonly yAxis: 'left' | 'right'
  readonly isVisible: boolean
}

/** The whole page but its time range: rows and the way they are shown. */
export type Graph = { readonly title: string; readonly view: GraphView; readonly rows: readonly GraphRow[] }

export const graphViews = ['timeSeries', 'singleValue'] as const
export type GraphView = (typeof graphViews)[number]

/** As many as one graph holds in the product. */
export const MOST_ROWS = 500

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const textOr = (value: unknown, other: string): string => (typeof value === 'string' ? value : other)

/** What a link says; rows that cannot be read are counted and left out. */
export function readGraph(query: URLSearchParams): Graph & { readonly unread: number } {
  const listed = parseList(query.get('graph'))
  const rows = listed.flatMap((item, at) => readRow(item, at) ?? []).slice(0, MOST_ROWS)
  const view = graphViews.find((one) => one === query.get('view')) ?? 'timeSeries'
  return { title: query.get('title') ?? '', view, rows: withIds(rows), unread: listed.length - rows.length }
}

function parseList(text: string | null): readonly unknown[] {
  if (text === null) return []
  try {
    const read: unknown = JSON.parse(text)
    return Array.isArray(read) ? read : [read]
  } catch {
    return [text]
  }
}

function readRow(item: unknown, at: number): GraphRow | undefined {
  if (!isRecord(item) || typeof item['namespace'] !== 'string' || typeof item['metricName'] !== 'string') return undefined
  const { namespace, metricName, dimensions, period, label } = item
  const named = isRecord(dimensions)
    ? Object.entries(dimensions).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
    : []
  return {
    id: textOr(item['id'], `m${at + 1}`),
    namespace,
    metricName,
    dimensions: Object.fromEntries(named),
    statistic: textOr(item['statistic'], 'Average'),
    period: typeof period === 'number' ? period : 300,
    ...(typeof label === 'string' && label !== '' ? { label } : {}),
    yAxis: item['yAxis'] === 'right' ? 'right' : 'left',
    isVisible: item['isVisible'] !== false,
  }
}

/** Every row has an id of its own. */
function withIds(rows: readonly GraphRow[]): readonly GraphRow[] {
  const taken = new Set<string>()
  return rows.map((row) => {
    const id = taken.has(row.id) ? freeId(taken) : row.id
    taken.add(id)
    return { ...row, id }
  })
}

const freeId = (taken: ReadonlySet<string>): string => {
  for (let number = 1; ; number++) if (!taken.has(`m${number}`)) return `m${number}`
}

/** A row for a metric as the console adds it: like the last row, else the average over five minutes. */
export function newRow(metric: MetricIdentity, rows: readonly GraphRow[]): GraphRow {
  const last = rows.at(-1)
  const { namespace, metricName, dimensions } = metric
  return {
    id: freeId(new Set(rows.map(({ id }) => id))),
    namespace,
    metricName,
    dimensions,
    statistic: last?.statistic ?? 'Average',
    period: last?.period ?? 300,
    yAxis: 'left',
    isVisible: true,
  }
}

export const duplicateRow = (row: GraphRow, rows: readonly GraphRow[]): GraphRow => ({
  ...row,
  id: freeId(new Set(rows.map(({ id }) => id))),
})

/** What of a row is worth a place in the link. */
export const writeRows = (rows: readonly GraphRow[]): string | undefined =>
  rows.length === 0
    ? undefined
    : JSON.stringify(
        rows.map(({ yAxis, isVisible, ...row }) => ({
          ...row,
          ...(yAxis === 'right' ? { yAxis } : {}),
          ...(isVisible ? {} : { isVisible }),
        })),
      )

export const isGraphed = (metric: MetricIdentity, rows: readonly GraphRow[]): boolean => {
  const key = metricKey(metric)
  return rows.some((row) => metricKey(row) === key)
}

/** A metric widget's `metrics`, as the Source tab shows them. */
export const sourceOf = ({ title, view, rows }: Graph): string =>
  JSON.stringify(
    {
      ...(title === '' ? {} : { title }),
      view,
      metrics: rows.map((row) => [
        row.namespace,
        row.metricName,
        ...Object.entries(row.dimensions).flat(),
        {
          id: row.id,
          stat: row.statistic,
          period: row.period,
          ...(row.label === undefined ? {} : { label: row.label }),
          ...(row.yAxis === 'right' ? { yAxis: 'right' } : {}),
          ...(row.isVisible ? {} : { visible: false }),
        },
      ]),
    },
    undefined,
    2,
  )

/** Rows of a metric widget's text; a sentence where it is none. */
export function readSource(text: string): Graph | string {
  let read: unknown
  try {
    read = JSON.parse(text)
  } catch {
    return 'this is no JSON: look for a comma or a quote too many or missing'
  }
  if (!isRecord(read) || !Array.isArray(read['metrics'])) return 'expected an object with "metrics": a list of rows'
  const rows: GraphRow[] = []
  for (const [at, item] of read['metrics'].entries()) {
    const row = readSourceRow(item, at)
    if (typeof row === 'string') return `row ${at + 1}: ${row}`
    rows.push(row)
  }
  const view = graphViews.find((one) => read['view'] === one) ?? 'timeSeries'
  return { title: textOr(read['title'], ''), view, rows: withIds(rows) }
}

function readSourceRow(item: unknown, at: number): GraphRow | string {
  if (!Array.isArray(item)) return 'expected a list such as ["AWS/Lambda", "Errors", "FunctionName", "load"]'
  const last: unknown = item.at(-1)
  const options = isRecord(last) ? last : {}
  const parts: readonly unknown[] = isRecord(last) ? item.slice(0, -1) : item
  if ('expression' in options) return 'expressions are not simulated yet'
  if (!parts.every((part) => typeof part === 'string') || parts.length < 2) return 'expected a namespace and a metric name'
  if (parts.includes('.') || parts.includes('...')) return 'write the row out: "." and "..." are not read here'
  if (parts.length % 2 !== 0) return 'expected a value for each dimension'
  const [namespace = '', metricName = '', ...pairs] = parts
  const dimensions = Object.fromEntries(
    Array.from({ length: pairs.length / 2 }, (_, pair) => [pairs[2 * pair] ?? '', pairs[2 * pair + 1] ?? '']),
  )
  const { stat, period, label, yAxis, visible, id } = options
  const found = readRow({ namespace, metricName, dimensions, statistic: stat, period, label, yAxis, isVisible: visible !== false, id }, at)
  return found ?? 'it cannot be read'
}
