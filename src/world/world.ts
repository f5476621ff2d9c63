import { invariant } from '#lib/invariant.ts'
import type { Millis, TimeRange } from '#lib/time.ts'
import type { WorldSpec } from '#lib/world-spec.ts'
import { checkSpec } from './check-spec.ts'
import { Episode } from './episode/episode.ts'
import type { ParameterValue, Setting } from './episode/setting.ts'
import type { WorldRecord } from './record.ts'
import { groupOf, renderLog } from './renderings/logs.ts'
import type { Scenario } from './scenarios/scenario.ts'
import { findScenario } from './scenarios/scenarios.ts'

/** A finished account: what its log groups hold over its range. */
export type World = {
  readonly range: TimeRange
  readonly groups: readonly string[]
  /** Every record in order of time, made while it is read. */
  records(): Iterable<WorldRecord>
  /** The records of `start` to before `end`; the same whatever was asked before. */
  window(start: Millis, end: Millis): Iterable<WorldRecord>
}

const practiceSize = 100

export function createWorld(spec: WorldSpec): World {
  const problems = checkSpec(spec)
  invariant(problems.length === 0, `cannot make a world: ${problems.join('; ')}`)
  const scenario = findScenario(spec.scenario)
  invariant(scenario, `cannot make a world: no scenario "${spec.scenario}"`)
  const setting = settle(spec, scenario)
  const groups = spec.groups ?? scenario.groups
  function* window(start: Millis, end: Millis): Generator<WorldRecord> {
    const episode = Episode.begin(setting, scenario?.first ?? [])
    for (let next = episode.next(); next !== undefined && next.at < end; next = episode.next()) {
      const group = groupOf(next)
      if (group !== undefined && next.at >= start && groups.includes(group)) yield renderLog(next, setting, group)
    }
  }
  const range = { start: setting.start, end: setting.end }
  return { range, groups, window, records: () => window(range.start, range.end) }
}

function settle(spec: WorldSpec, scenario: Scenario): Setting {
  const size = spec.size ?? practiceSize
  const start = spec.start ?? scenario.start
  const window = spec.window ?? Math.max(1, Math.round((scenario.window * size) / practiceSize))
  return { seed: spec.seed, start, end: start + window, size, parameters: parametersOf(spec, scenario), faults: [] }
}

/** The scenario's defaults under what the spec says; a number may come as text, out of a `draw`. */
function parametersOf(spec: WorldSpec, scenario: Scenario): Readonly<Record<string, ParameterValue>> {
  const entries = scenario.parameters.map((parameter) => {
    const given = spec.with?.[parameter.name] ?? parameter.default
    return [parameter.name, parameter.takes === 'number' ? Number(given) : given] as const
  })
  return Object.fromEntries(entries)
}
