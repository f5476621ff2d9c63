import type { Diagnostic } from '#lib/text/diagnostic.ts'
import type { Command, Query } from '../ast.ts'
import { canonicalText } from '../canonical.ts'
import { expressionsOf } from '../command/index.ts'
import { checkWindow } from '../source-window.ts'
import { checkCalls } from './calls.ts'
import { checkOrder } from './order.ts'
import { checkScope } from './scope.ts'
import { checkValues, subqueriesOf } from './subqueries.ts'

/** What the grammar cannot say: functions and their arguments, where aggregates stand, the order of commands, which names are left. */
export function check(query: Query): readonly Diagnostic[] {
  const { source, commands } = query
  const ofTime = source === undefined ? [] : checkWindow(source)
  const inner = subqueriesOf(commands).flatMap(({ query: nested, givesValues }) => [
    ...check(nested),
    ...(givesValues ? checkValues(nested) : []),
  ])
  return [...ofTime, ...checkExpressions(commands), ...checkOrder(commands), ...checkScope(commands), ...inner].toSorted(
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
