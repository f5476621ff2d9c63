import { entryOf } from '#languages/insights/command/index.ts'
import { parse } from '#languages/insights/index.ts'
import type { Command } from '#languages/insights/ast.ts'

/** One command of a query, and the query up to and with it. */
export type Stage = { readonly verb: string; readonly command: string; readonly query: string; readonly kind: Command['kind'] }

/** The stages a query's rows pass, first to last. */
export function stagesOf(query: string): readonly Stage[] {
  return parse(query).ast.commands.map((command) => ({
    kind: command.kind,
    verb: entryOf(command.kind).verb,
    command: query.slice(command.from, command.to).trim(),
    query: query.slice(0, command.to),
  }))
}

/** How many rows leave the last of some stages: events matched while rows are events, else the rows that came. */
export const rowsAfter = (stages: readonly Stage[], rows: number, matched: number | undefined): number =>
  stages.every(({ kind }) => entryOf(kind).leaves === 'events') ? (matched ?? rows) : rows
