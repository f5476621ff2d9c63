import { invariant } from '#lib/invariant.ts'
import { substream } from '#lib/random.ts'
import type { Millis, TimeRange } from '#lib/time.ts'
import type { WorldSpec } from '#lib/world-spec.ts'
import { addLines } from './added-lines.ts'
import { checkSpec } from './check-spec.ts'
import { Chronicle } from './episode/chronicle.ts'
import { Episode, type Happening } from './episode/episode.ts'
import type { Setting } from './episode/setting.ts'
import { bulkSize, frame } from './frame.ts'
import { findMutator } from './mutators/registry.ts'
import type { WorldRecord } from './record.ts'
import { countLines, createLogRenderer, groupOf } from './renderings/logs.ts'
import type { Scenario } from './scenarios/scenario.ts'
import { findScenario } from './scenarios/scenarios.ts'
import { settle } from './settle.ts'

/** A finished account: what its log groups hold over its range. */
export type World = {
  readonly range: TimeRange
  readonly groups: readonly string[]
  /** Every record in order of time, made while it is read. */
  records(): Iterable<WorldRecord>
  /** The records of `start` to before `end`; the same whatever was asked before. */
  window(start: Millis, end: Millis): Iterable<WorldRecord>
}

/** How many times its scenario's window a world may grow to in search of its size. */
const longest = 400

/** The world of a spec; `checkSpec` says beforehand what is wrong with one. */
export function createWorld(given: WorldSpec): World {
  const problems = checkSpec(given)
  invariant(problems.length === 0, `cannot make a world: ${problems.join('; ')}`)
  const spec = bend(given)
  const scenario = findScenario(spec.scenario)
  invariant(scenario, `cannot make a world: no scenario "${spec.scenario}"`)
  const groups = spec.groups ?? scenario.groups
  const { setting, range: whole } = settle(spec, scenario)
  const chronicle = new Chronicle(Episode.begin(setting, firstTasks(scenario, groups)))
  const range =
    scenario.name === 'practice' || spec.size === undefined ? whole : frameOf(spec, spec.size, scenario, setting, whole, chronicle)
  const world = renderedWorld(chronicle, setting, range, groups)
  return (spec.lines ?? []).length + (spec.mutators ?? []).length === 0 ? world : changedWorld(world, spec)
}

/** A part whose groups nobody asked for does not run; its draws are its own, so the others do not notice. */
const firstTasks = ({ parts }: Scenario, groups: readonly string[]) =>
  parts.filter(({ writes }) => writes.some((group) => groups.includes(group))).flatMap(({ first }) => first)

function frameOf(spec: WorldSpec, size: number, scenario: Scenario, setting: Setting, whole: TimeRange, chronicle: Chronicle): TimeRange {
  const groups = new Set(spec.groups ?? scenario.groups)
  const mayGrow = spec.window === undefined && size > bulkSize
  const range = mayGrow ? { start: whole.start, end: whole.start + scenario.window * longest } : whole
  const count = ({ emission }: Happening): number => (groups.has(groupOf(emission) ?? '') ? countLines(emission) : 0)
  const onset = Math.min(...setting.faults.map((fault) => fault.start), Infinity)
  const isInside = onset >= range.start && onset < range.end
  return frame(chronicle.happenings(range.start, range.end), count, isInside ? onset : range.start, range, size)
}

function renderedWorld(chronicle: Chronicle, setting: Setting, range: TimeRange, groups: readonly string[]): World {
  const shown = new Set(groups)
  function* window(start: Millis, end: Millis): Generator<WorldRecord> {
    const render = createLogRenderer(setting.seed, setting.start)
    const from = Math.max(start, range.start)
    for (const { at, emission } of chronicle.happenings(from, Math.min(end, range.end))) {
      if (shown.has(groupOf(emission) ?? '')) yield* render(at, emission)
    }
  }
  return { range, groups, window, records: () => window(range.start, range.end) }
}

/** Faults an author's mutators move or take away, before anything happens. */
function bend(spec: WorldSpec): WorldSpec {
  return (spec.mutators ?? []).reduce((bent, { name }, index) => {
    const mutator = findMutator(name)
    return mutator !== undefined && 'bend' in mutator ? mutator.bend(bent, substream(spec.seed, 'mutator', index, name)) : bent
  }, spec)
}

/** A world with added lines and a mutated log: small, so it is made once and kept. */
function changedWorld(world: World, spec: WorldSpec): World {
  let kept: readonly WorldRecord[] | undefined
  const change = (): readonly WorldRecord[] => {
    const whole = addLines([...world.records()], spec.lines ?? [], world.range)
    return (spec.mutators ?? []).reduce((log, { name, argument = '' }, index) => {
      const mutator = findMutator(name)
      const random = substream(spec.seed, 'mutator', index, name)
      return mutator !== undefined && 'change' in mutator ? mutator.change(log, argument, random) : log
    }, whole)
  }
  const records = (): readonly WorldRecord[] => (kept ??= change())
  const window = (start: Millis, end: Millis) => records().filter(({ timestamp }) => timestamp >= start && timestamp < end)
  return { ...world, records, window }
}
