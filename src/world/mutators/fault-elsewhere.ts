import type { Random } from '#lib/random.ts'
import { MINUTE } from '#lib/time.ts'
import type { FaultOptions, WorldSpec } from '#lib/world-spec.ts'
import { findFault } from '../faults/faults.ts'
import { findScenario } from '../scenarios/scenarios.ts'
import type { Mutator } from './mutator.ts'

export const faultElsewhere: Mutator = {
  name: 'fault-elsewhere',
  says: 'the same faults in another place: another branch where they have one, another time where they have none',
  bend: (spec, random) => {
    const moved = Object.entries(spec.faults ?? {}).map(([name, options]) => [name, move(name, options, spec, random)] as const)
    return { ...spec, faults: Object.fromEntries(moved) }
  },
}

function move(name: string, options: FaultOptions, spec: WorldSpec, random: Random): FaultOptions {
  const place = findFault(name)?.options.find(({ oneOf }) => oneOf !== undefined)
  if (place === undefined) return { ...options, at: `+${anotherMinute(spec, random)}m` }
  const others = (place.oneOf ?? []).filter((other) => other !== (options[place.name] ?? place.default))
  return { ...options, [place.name]: random.pick(others) }
}

/** Between a tenth and four fifths of the window, in whole minutes. */
function anotherMinute({ scenario, window }: WorldSpec, random: Random): number {
  const minutes = Math.floor((window ?? findScenario(scenario)?.window ?? 0) / MINUTE)
  return Math.floor(minutes / 10) + random.below(Math.max(1, Math.floor(minutes * 0.7)))
}
