import { isRecord } from './check-input.ts'
import type { Members, Shape } from './shape.ts'

/** The members the table names, at every depth: others are passed over, and a null member is an absent one. */
export function knownMembers(members: Members, input: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const known: Record<string, unknown> = {}
  for (const [name, shape] of Object.entries(members)) {
    const value = input[name]
    if (value !== undefined && value !== null) known[name] = knownValue(shape, value)
  }
  return known
}

function knownValue(shape: Shape, value: unknown): unknown {
  if (shape.type === 'list' && Array.isArray(value)) return value.map((element) => knownValue(shape.of, element))
  return shape.type === 'structure' && isRecord(value) ? knownMembers(shape.members, value) : value
}
