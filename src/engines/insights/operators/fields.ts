import type { Display, Fields, Item } from '#languages/insights/ast.ts'
import { compile } from '../expression/compile.ts'
import { onceForEachRow } from '../reader.ts'
import type { Column } from '../planning/output.ts'
import type { Planner } from '../planning/planner.ts'

/** `fields`: adds columns, and their names for what follows. */
export function planFields(command: Fields, planner: Planner): void {
  planner.output.show(command.items.map((item) => column(item, planner)))
}

/** `display`: decides the columns. */
export function planDisplay(command: Display, planner: Planner): void {
  planner.output.display(command.items.map((item) => column(item, planner)))
}

function column(item: Item, planner: Planner): Column {
  const compiled = compile(item.expression, planner.scope)
  // what an event gives stays; what a group gives grows while the query runs
  const reader = planner.areEvents ? onceForEachRow(compiled) : compiled
  if (item.alias !== undefined) planner.scope.define(item.alias, reader)
  else if (item.expression.kind !== 'field') planner.scope.define(item.title, reader)
  planner.scope.defineExpression(item.expression, item.title, reader)
  return { title: item.title, reader }
}
