/** Throws a bug report: something this house promises itself does not hold. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(message)
}

/** The end of a switch over a union: a new member does not compile until it is handled. */
export function never(value: never): never {
  throw new Error(`cannot handle ${JSON.stringify(value)}: the union has a member this switch does not know`)
}
