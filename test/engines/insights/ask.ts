import { createExecution, type Execution, type QueryResults } from '#engines/insights/index.ts'
import { check, parse } from '#languages/insights/index.ts'
import { hasErrors } from '#lib/text/diagnostic.ts'
import { MINUTE, type Millis } from '#lib/time.ts'
import { LogGroup } from '#stores/log-store.ts'

export const DAY_START: Millis = Date.UTC(2024, 0, 15, 10)
export const WINDOW = { start: DAY_START - 60 * MINUTE, end: DAY_START + 24 * 60 * MINUTE - 1 }

/** A group of these messages, a minute apart. */
export function groupOf(messages: readonly string[], name = '/test'): LogGroup {
  const group = new LogGroup(name, 0)
  messages.forEach((message, at) => group.append('stream-1', [{ timestamp: DAY_START + at * MINUTE, message }], DAY_START + at * MINUTE))
  return group
}

export function execute(query: string, groups: readonly LogGroup[], limit?: number): Execution {
  const { ast, diagnostics } = parse(query)
  const found = [...diagnostics, ...check(ast)]
  if (hasErrors(found)) throw new Error(`${query}: ${found.map(({ message }) => message).join('; ')}`)
  const made = createExecution({ query: ast, groups, accountId: '123456789012', ...WINDOW, now: WINDOW.end + 1, limit })
  if ('diagnostics' in made) throw new Error(`${query}: ${made.diagnostics.map(({ message }) => message).join('; ')}`)
  return made.value
}

export function ask(query: string, groups: readonly LogGroup[], limit?: number): QueryResults {
  const execution = execute(query, groups, limit)
  while (!execution.step(64));
  return execution.results()
}

/** The rows as arrays of cells in the order of the columns; what is missing is null. */
export function table(results: QueryResults): readonly (readonly (string | null)[])[] {
  return results.rows.map((row) => {
    const cells = new Map(row.map(({ field, value }) => [field, value]))
    return results.columns.map((column) => cells.get(column) ?? null)
  })
}
