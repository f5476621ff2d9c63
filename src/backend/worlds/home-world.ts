import type { Millis } from '#lib/time.ts'
import type { WorldSpec } from '#lib/world-spec.ts'
import { createWorld, type World, type WorldRecord } from '#world/index.ts'

/** The world of the default account: it began at `start` and goes on, episode after episode, each with the next seed. */
export type HomeWorld = { readonly spec: WorldSpec; readonly start: Millis }

const episode = ({ spec, start }: HomeWorld): World => createWorld({ ...spec, start })

export const homeGroups = (home: HomeWorld): readonly string[] => episode(home).groups

/** Without an end: whoever reads it stops at the clock. */
export function* homeRecords(home: HomeWorld): Iterable<WorldRecord> {
  for (let at = home; ;) {
    const world = episode(at)
    yield* world.records()
    at = { spec: { ...at.spec, seed: at.spec.seed + 1 }, start: world.range.end }
  }
}
