import type { Millis } from '#lib/time.ts'
import type { WorldSpec } from '#lib/world-spec.ts'
import { createWorld, type World } from '#world/index.ts'
import type { Happening } from '../tick.ts'

/** A world without an end: it began at `start` and goes on, episode after episode, each with the next seed. */
export type EndlessWorld = { readonly spec: WorldSpec; readonly start: Millis }

/** A world of one episode, made when somebody asks for it; its clock stands so long after its beginning. */
export type OpenWorld = { readonly spec: WorldSpec; readonly after: Millis }

const episode = ({ spec, start }: EndlessWorld): World => createWorld({ ...spec, start })

export const endlessGroups = (home: EndlessWorld): readonly string[] => episode(home).groups

/** Whoever reads it stops at the clock. */
export function* endlessHappenings(home: EndlessWorld): Iterable<Happening> {
  for (let at = home; ;) {
    const world = episode(at)
    yield* world.happenings()
    at = { spec: { ...at.spec, seed: at.spec.seed + 1 }, start: world.range.end }
  }
}
