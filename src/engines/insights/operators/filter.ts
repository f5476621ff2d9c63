import type { Filter } from '#languages/insights/ast.ts'
import { isTrue } from '#languages/insights/functions/values/coercion.ts'
import { compile } from '../expression/compile.ts'
import { keepTrue } from '../reader.ts'
import type { Planner } from '../planning/planner.ts'

/** `filter`, `where`: keeps the rows whose condition is true. */
export function planFilter(command: Filter, planner: Planner): void {
  const condition = compile(command.condition, planner.scope)
  planner.test({
    accept: (row) => isTrue(condition.read(row)),
    keep: (rows, count) => keepTrue(condition, rows, count),
  })
}
