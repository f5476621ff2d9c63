import type { Diagnostic } from '#lib/diagnostic.ts'
import type { Command, Expression, Query } from './ast.ts'
import { checkCalls, type Place } from './check-calls.ts'
import { checkOrder } from './check-order.ts'
import { checkScope } from './check-scope.ts'

/** What the grammar cannot say: functions and their arguments, where aggregates stand, the order of commands, which names are left. */
export function check(query: Query): readonly Diagnostic[] {
  const calls = query.commands.flatMap((command) => expressionsOf(command).flatMap(([expression, place]) => checkCalls(expression, place)))
  return [...calls, ...checkOrder(query.commands), ...checkScope(query.commands)].toSorted((left, right) => left.from - right.from)
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
      return command.keys.map((key) => [key.expression, 'sort'])
    case 'parse-glob':
    case 'parse-regex':
      return command.input === undefined ? [] : [[command.input, 'row']]
    default:
      return []
  }
}
