import type { Expression, Item, Stats } from './ast.ts'
import { parse } from './parse/index.ts'

/** Which columns of a result make a chart: over which time, a series or a bar for which keys, of which values. */
export type ChartRoles = {
  readonly time?: string
  readonly keys: readonly string[]
  readonly values: readonly string[]
  /** Every value is a part of one whole: counts and sums are, an average is not. */
  readonly addsUp: boolean
}

/** What a query's last `stats` counts; nothing where it has none. */
export function chartRoles(query: string): ChartRoles | undefined {
  const stats = parse(query).ast.commands.findLast((command): command is Stats => command.kind === 'stats')
  if (stats === undefined) return undefined
  const time = stats.by.find((item) => isTime(item.expression))
  return {
    ...(time === undefined ? {} : { time: nameOf(time) }),
    keys: stats.by.filter((item) => item !== time).map(nameOf),
    values: stats.items.map(nameOf),
    addsUp: stats.items.every(isPart),
  }
}

const isTime = (expression: Expression): boolean =>
  (expression.kind === 'call' && /^(bin|datefloor|dateceil)$/i.test(expression.name)) ||
  (expression.kind === 'field' && /^@(timestamp|ingestionTime)$/.test(expression.name))

const parts = new Set(['count', 'sum'])

const isPart = ({ expression }: Item): boolean => expression.kind === 'call' && parts.has(expression.name.toLowerCase())

const nameOf = (item: Item): string => item.alias ?? item.title
