import { hash } from '#lib/random.ts'
import type { WorldSpec } from '#lib/world-spec.ts'

/** The seed of the world on screen. */
export const visibleSeed = (exercise: string, drawing: number): number => hash(exercise, drawing, 'shown')

/** The seed of the nth hidden world. */
export const hiddenSeed = (exercise: string, drawing: number, nth: number): number => hash(exercise, drawing, 'hidden', nth)

/** The seed of a night on screen; the first one's is the seed of the world on screen. */
export const nightSeed = (exercise: string, drawing: number, nth: number): number =>
  nth === 0 ? visibleSeed(exercise, drawing) : hash(exercise, drawing, 'shown', nth)

type Drawn = { readonly world: WorldSpec; readonly alarm?: { readonly nights: readonly { readonly world: WorldSpec }[] } }

/** One of the author's drawings once more, on another seed. */
export function redrawn<T extends Drawn>(drawn: T, exercise: string, drawing: number): T {
  const world = { ...drawn.world, seed: visibleSeed(exercise, drawing) }
  if (drawn.alarm === undefined) return { ...drawn, world }
  const nights = drawn.alarm.nights.map((night, nth) => ({ ...night, world: { ...night.world, seed: nightSeed(exercise, drawing, nth) } }))
  return { ...drawn, world, alarm: { ...drawn.alarm, nights } }
}
