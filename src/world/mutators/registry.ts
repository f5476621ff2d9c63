import type { Mutator } from './mutator.ts'

/** Every mutator there is, in the order documents list them. */
export const mutators: readonly Mutator[] = []

export const findMutator = (name: string): Mutator | undefined => mutators.find((mutator) => mutator.name === name)
