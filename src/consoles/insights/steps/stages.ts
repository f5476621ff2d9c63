import { never } from '#lib/invariant.ts'
import { parse } from '#languages/insights/index.ts'
import type { Command } from '#languages/insights/ast.ts'

/** One command of a query, and the query up to and with it. */
export type Stage = { readonly verb: string; readonly command: string; readonly query: string; readonly kind: Command['kind'] }

function verbOf(kind: Command['kind']): string {
  switch (kind) {
    case 'fields':
      return 'select'
    case 'display':
      return 'show'
    case 'filter':
      return 'keep'
    case 'stats':
      return 'group'
    case 'sort':
      return 'order'
    case 'limit':
      return 'limit'
    case 'parse-glob':
    case 'parse-regex':
      return 'read'
    case 'dedup':
      return 'one of each'
    case 'unsupported':
    case 'broken':
      return 'not read'
    default:
      return never(kind)
  }
}

/** The stages a query's rows pass, first to last. */
export function stagesOf(query: string): readonly Stage[] {
  return parse(query).ast.commands.map((command) => ({
    kind: command.kind,
    verb: verbOf(command.kind),
    command: query.slice(command.from, command.to).trim(),
    query: query.slice(0, command.to),
  }))
}

/** Commands after which a row is no longer an event, or not every event that matched is there. */
const narrowing: readonly Command['kind'][] = ['stats', 'limit', 'dedup']

/** How many rows leave the last of some stages: events matched while rows are events, else the rows that came. */
export const rowsAfter = (stages: readonly Stage[], rows: number, matched: number | undefined): number =>
  stages.some((stage) => narrowing.includes(stage.kind)) ? rows : (matched ?? rows)
