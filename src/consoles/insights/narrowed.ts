import { parse } from '#languages/insights/index.ts'
import type { Command } from '#languages/insights/ast.ts'

/** What parts events from events, and changes none. */
const isNarrowing = ({ kind }: Command): boolean =>
  kind === 'filter' || kind === 'parse-glob' || kind === 'parse-regex' || kind === 'fields'

/** The same events as a query's filters let through, handed to another command. */
export function narrowedTo(query: string, command: string): string {
  const { commands } = parse(query).ast
  const end = commands.findIndex((one) => !isNarrowing(one))
  const kept = (end < 0 ? commands : commands.slice(0, end)).map(({ from, to }) => query.slice(from, to).trim())
  return [...kept, command].join('\n| ')
}
