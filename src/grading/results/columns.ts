import type { Command, Item } from '#languages/insights/ast.ts'
import { parse } from '#languages/insights/index.ts'

/** The columns a query names, in its order. The API leaves missing fields out of a row, so rows alone cannot tell. */
export function columnsOf(query: string): readonly string[] {
  let columns: readonly string[] | undefined
  for (const command of parse(query).ast.commands) columns = after(columns, command)
  return columns ?? ['@timestamp', '@message']
}

function after(columns: readonly string[] | undefined, command: Command): readonly string[] | undefined {
  switch (command.kind) {
    case 'fields':
      return merge(columns ?? [], titles(command.items))
    case 'display':
      return titles(command.items)
    case 'stats':
      return [...titles(command.by), ...titles(command.items)]
    default:
      return columns
  }
}

const titles = (items: readonly Item[]): readonly string[] => items.map((item) => item.title)

const merge = (columns: readonly string[], more: readonly string[]): readonly string[] => [
  ...columns,
  ...more.filter((name) => !columns.includes(name)),
]

/** The query's columns with those added that only its rows show. */
export const withShown = (columns: readonly string[], rows: readonly (readonly { readonly field: string }[])[]): readonly string[] => {
  const found = new Set(columns)
  for (const row of rows) for (const { field } of row) if (field !== '@ptr') found.add(field)
  return [...found]
}

/** Whether a query folds rows into groups. */
export const groups = (query: string): boolean =>
  parse(query).ast.commands.some((command) => command.kind === 'stats' && command.by.length > 0)
