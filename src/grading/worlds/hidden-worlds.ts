import type { WorldSpec } from '#lib/world-spec.ts'
import type { DrawnMarking, Mutator } from '../marking.ts'
import { hiddenSeed } from '../seeds.ts'

/** Live; the gates ask more, dealt the same way over again. */
export const LIVE_WORLDS = 5

const alone = ['empty', 'one-row']

/** The mutators of each of the live worlds: dealt in turn, so that all occur; `empty` and `one-row` have a world for themselves. */
export function dealMutators(mutators: readonly Mutator[]): readonly (readonly Mutator[])[] {
  const single = mutators.filter((mutator) => alone.includes(mutator.name))
  const shared = mutators.filter((mutator) => !alone.includes(mutator.name))
  const left = Math.max(LIVE_WORLDS - single.length, shared.length > 0 ? 1 : 0)
  const hands: Mutator[][] = Array.from({ length: left }, () => [])
  const rounds = Math.max(shared.length, shared.length === 0 ? 0 : left)
  for (let nth = 0; nth < rounds; nth++) {
    const mutator = shared[nth % shared.length]
    if (mutator !== undefined) hands[nth % left]?.push(mutator)
  }
  return [...hands, ...single.map((mutator) => [mutator])]
}

/** The worlds the learner has not seen; the same for the same exercise and drawing. */
export function hiddenWorlds(exercise: string, drawing: number, marking: DrawnMarking, count: number = LIVE_WORLDS): readonly WorldSpec[] {
  const hands = dealMutators(marking.hidden.mutators)
  return Array.from({ length: count }, (_, nth) => {
    const mutators = hands[nth % hands.length] ?? []
    const lines = mutators.some(({ name }) => alone.includes(name)) ? [] : [...(marking.world.lines ?? []), ...marking.hidden.lines]
    return { ...marking.world, seed: hiddenSeed(exercise, drawing, nth), mutators, lines }
  })
}
