import { DAY, type Millis, type TimeRange } from '#lib/time.ts'
import type { WorldSpec } from '#lib/world-spec.ts'
import type { ParameterValue, Setting } from './episode/setting.ts'
import { findFault } from './faults/faults.ts'
import { parseClockTime, settleFault } from './faults/onset.ts'
import type { Scenario } from './scenarios/scenario.ts'

const practiceSize = 100
/** In a whole company the practice function is called a hundred times an hour. */
const companyPracticeMs = 36_000

export type Settled = { readonly setting: Setting; readonly range: TimeRange }

/** A spec with everything decided that it left open. */
export function settle(spec: WorldSpec, scenario: Scenario): Settled {
  const parameters = settleParameters(spec, scenario)
  const start = startOf(spec.start ?? scenario.start, parameters['from'])
  const isPractice = scenario.name === 'practice'
  const calls = spec.size ?? practiceSize
  const window = spec.window ?? (isPractice ? Math.max(1, Math.round((scenario.window * calls) / practiceSize)) : scenario.window)
  const range = { start, end: start + window }
  const faults = Object.entries(spec.faults ?? {}).flatMap(([name, options]) => {
    const fault = findFault(name)
    return fault === undefined ? [] : settleFault(fault, options, range)
  })
  const practice = isPractice ? { everyMs: window / calls, calls } : { everyMs: companyPracticeMs, calls: Infinity }
  return { setting: { seed: spec.seed, start, practice, parameters, faults }, range }
}

/** Begun at that time of the day, if one is given. */
function startOf(start: Millis, from: ParameterValue | undefined): Millis {
  const clock = typeof from === 'string' ? parseClockTime(from) : undefined
  return clock === undefined ? start : start - (start % DAY) + clock
}

/** The scenario's defaults under what the spec says; a number may come as text, out of a `draw`. */
function settleParameters(spec: WorldSpec, scenario: Scenario): Readonly<Record<string, ParameterValue>> {
  const entries = scenario.parameters.map(({ name, takes, default: usual }) => {
    const given = spec.with?.[name] ?? usual
    return [name, takes === 'number' ? Number(given) : given] as const
  })
  return Object.fromEntries(entries)
}
