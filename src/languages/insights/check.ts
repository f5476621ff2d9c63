import type { Diagnostic } from '#lib/text/diagnostic.ts'
import { never } from '#lib/invariant.ts'
import type { Command, Expression, Query } from './ast.ts'
import { checkCalls, type Place } from './check-calls.ts'
import { checkOrder } from './check-order.ts'
import { checkScope } from './check-scope.ts'
import { canonicalText } from './canonical.ts'

/** What the grammar cannot say: functions and their arguments, where aggregates stand, the order of commands, which names are left. */
export function check(query: Query): readonly Diagnostic[] {
  return [...checkExpressions(query.commands), ...checkOrder(query.commands), ...checkScope(query.commands)].toSorted(
    (left, right) => left.from - right.from,
  )
}

/** Behind a stats, an expression that is written as one of its columns is that column; one that was named goes by its name. */
function checkExpressions(commands: readonly Command[]): readonly Diagnostic[] {
  const columns = new Map<string, string>()
  return commands.flatMap((command) => {
    const found = expressionsOf(command).flatMap(([expression, place]) => checkCalls(expression, place, columns))
    if (command.kind !== 'stats') return found
    columns.clear()
    for (const item of command.items) columns.set(canonicalText(item.expression), item.alias ?? '')
    return found
  })
}

function expressionsOf(command: Command): readonly (readonly [Expression, Place])[] {
  switch (command.kind) {
    case 'fields':
    case 'display':
      return command.items.map((item) => [item.expression, 'row'])
    case 'filter':
      return [[command.condition, 'row']]
    case 'stats':
      return [
        ...command.items.map((item) => [item.expression, 'aggregate'] as const),
        ...command.by.map((item) => [item.expression, 'key'] as const),
      ]
    case 'sort':
      return command.keys.map((key) => [key.expression, 'row'])
    case 'parse-glob':
    case 'parse-regex':
      return command.input === undefined ? [] : [[command.input, 'row']]
    case 'limit':
    case 'dedup':
    case 'unsupported':
    case 'broken':
      return []
    default:
      return never(command)
  }
}
