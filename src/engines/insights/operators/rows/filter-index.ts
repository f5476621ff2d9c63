import type { FilterIndex } from '#languages/insights/ast.ts'
import { isTrue } from '#languages/insights/functions/values/coercion.ts'
import { compile } from '../../expression/compile.ts'
import type { Planner } from '../../planning/planner.ts'

/** `filterIndex`: a filter over the events that are in the field's index. AWS: CWL_QuerySyntax-FilterIndex. */
export function planFilterIndex({ field, values, from, to }: FilterIndex, planner: Planner): void {
  const isIndexed = planner.source.indexed(field.name)
  const condition = compile({ kind: 'in', negated: false, left: field, list: values, from, to }, planner.scope)
  planner.test({ accept: (row) => isIndexed(row) && isTrue(condition.read(row)) })
}
