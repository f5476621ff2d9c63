import type { Filter } from '#languages/insights/ast.ts'
import { compileCondition } from '../expression/compile.ts'
import type { Planner } from '../planner.ts'

/** `filter`, `where`: keeps the rows whose condition is true. */
export function planFilter(command: Filter, planner: Planner): void {
  planner.test({ accept: compileCondition(command.condition, planner.scope) })
}
