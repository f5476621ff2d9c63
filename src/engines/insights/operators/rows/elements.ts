import type { Expand, Unnest } from '#languages/insights/ast.ts'
import type { Value } from '#languages/insights/function-entry.ts'
import { textOf } from '#languages/insights/functions/values/coercion.ts'
import { member, parseJsonValue } from '#languages/insights/functions/values/json-value.ts'
import { compile } from '../../expression/compile.ts'
import type { Planner } from '../../planning/planner.ts'
import { missing } from '../../reader.ts'

/** `unnest`: a row for each element; a map, a text or a number counts as a list of one. AWS: CWL_QuerySyntax-Unnest. */
export function planUnnest({ list, name }: Unnest, planner: Planner): void {
  const reader = compile(list, planner.scope)
  onePerElement(name.name, planner, (row) => {
    const value = reader.read(row)
    return value === null ? [] : (itemsOf(value) ?? [value])
  })
}

/** `expand`: a row for each element of the array that an event has at that path; an event without one stays. */
export function planExpand({ field }: Expand, planner: Planner): void {
  const reader = planner.scope.field(field)
  const message = planner.scope.named('@message') ?? missing
  onePerElement(field.name, planner, (row) => {
    const value = reader.read(row)
    return (
      itemsOf(value) ?? itemsOf(parsed(value)) ?? (value === null ? itemsAt(parsed(message.read(row)), field.steps) : undefined) ?? [value]
    )
  })
}

function onePerElement(name: string, planner: Planner, elements: (row: number) => readonly Value[]): void {
  planner.extend([name], () => ({
    add: (row, into) => {
      for (const element of elements(row)) into.push(row, [element])
    },
  }))
}

const itemsOf = (value: Value): readonly Value[] | undefined =>
  value !== null && typeof value === 'object' && value.kind === 'list' ? value.items : undefined

const itemsAt = (value: Value, steps: readonly (string | number)[]): readonly Value[] | undefined => itemsOf(steps.reduce(member, value))

function parsed(value: Value): Value {
  const text = textOf(value)
  return text !== null && /^\s*[[{]/.test(text) ? (parseJsonValue(text) ?? null) : null
}
