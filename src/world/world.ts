import { invariant } from '#lib/invariant.ts'
import { metricKey, type MetricIdentity } from '#lib/metric/metric.ts'
import { substream } from '#lib/random.ts'
import type { Millis, TimeRange } from '#lib/time.ts'
import type { WorldSpec } from '#lib/world-spec.ts'
import { addLines } from './added-lines.ts'
import { checkSpec, LARGEST_SIZE } from './check-spec.ts'
import { Chronicle } from './episode/chronicle.ts'
import { Episode, type Happening } from './episode/episode.ts'
import type { Setting } from './episode/setting.ts'
import { bulkSize, frame } from './frame.ts'
import { findMutator } from './mutators/registry.ts'
import type { WorldRecord } from './record.ts'
import { countLines, createLogRenderer, groupOf } from './renderings/logs.ts'
import { identities } from './renderings/metrics/metric.ts'
import { MetricRenderer } from './renderings/metrics/metrics.ts'
import type { WorldSample } from './sample.ts'
import type { Part, Scenario } from './scenarios/scenario.ts'
import { findScenario } from './scenarios/scenarios.ts'
import { settle } from './settle.ts'

/** One of the spec's faults with its decided times. */
export type Incident = TimeRange & { readonly fault: string }

/** A finished account: what its log groups and its metrics hold over its range. */
export type World = {
  readonly range: TimeRange
  readonly groups: readonly string[]
  /** Every metric that may have a datapoint. */
  readonly metrics: readonly MetricIdentity[]
  /** The faults that are on within the range, in order; one without an end lasts to the end of the range. */
  readonly incidents: readonly Incident[]
  /** Records and samples together, in the order in which they come about: a record at its `timestamp`, a sample at its `knownAt`. */
  happenings(): Iterable<WorldRecord | WorldSample>
  /** Every sample in the order of `knownAt`; no log text is made for it. */
  samples(): Iterable<WorldSample>
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
  const parts = partsOf(scenario, groups)
  const chronicle = new Chronicle(
    Episode.begin(
      setting,
      parts.flatMap(({ first }) => first),
    ),
  )
  const range =
    scenario.name === 'practice' || spec.size === undefined ? whole : frameOf(spec, spec.size, scenario, setting, whole, chronicle)
  const world = renderedWorld(chronicle, setting, range, { groups, metrics: metricsOf(parts) })
  return (spec.lines ?? []).length + (spec.mutators ?? []).length === 0 ? world : changedWorld(world, spec)
}

/** A part whose groups nobody asked for does not run; its draws are its own, so the others do not notice. Without any groups it is metrics that are asked for, of all parts. */
const partsOf = ({ parts }: Scenario, groups: readonly string[]): readonly Part[] =>
  groups.length === 0 ? parts : parts.filter(({ writes }) => writes.some((group) => groups.includes(group)))

/** What several parts measure together, as Lambda's totals, is one metric. */
function metricsOf(parts: readonly Part[]): readonly MetricIdentity[] {
  const all = identities(parts.flatMap(({ measures }) => measures))
  return [...new Map(all.map((metric) => [metricKey(metric), metric])).values()]
}

/** Settled faults as a reader may know them. */
const incidentsOf = ({ faults }: Setting, range: TimeRange): readonly Incident[] =>
  faults
    .filter(({ start, end }) => start < range.end && end > range.start)
    .map(({ name, start, end }) => ({ fault: name, start, end: Math.min(end, range.end) }))
    .toSorted((left, right) => left.start - right.start)

function frameOf(spec: WorldSpec, size: number, scenario: Scenario, setting: Setting, whole: TimeRange, chronicle: Chronicle): TimeRange {
  const groups = new Set(spec.groups ?? scenario.groups)
  const mayGrow = spec.window === undefined && size > bulkSize
  const range = mayGrow ? { start: whole.start, end: whole.start + scenario.window * longest } : whole
  const count = ({ emission }: Happening): number => (groups.has(groupOf(emission) ?? '') ? countLines(emission) : 0)
  const onset = Math.min(...setting.faults.map((fault) => fault.start), Infinity)
  const isInside = onset >= range.start && onset < range.end
  return frame(chronicle.happenings(range.start, range.end), count, isInside ? onset : range.start, range, size)
}

type Shown = Pick<World, 'groups' | 'metrics'>

function renderedWorld(chronicle: Chronicle, setting: Setting, range: TimeRange, { groups, metrics }: Shown): World {
  const shown = new Set(groups)
  function* window(start: Millis, end: Millis): Generator<WorldRecord> {
    const render = createLogRenderer(setting.seed, setting.start)
    const from = Math.max(start, range.start)
    for (const { at, emission } of chronicle.happenings(from, Math.min(end, range.end))) {
      if (shown.has(groupOf(emission) ?? '')) yield* render(at, emission)
    }
  }
  function* happenings(): Generator<WorldRecord | WorldSample> {
    const render = createLogRenderer(setting.seed, setting.start)
    const renderer = new MetricRenderer(range)
    const episode = chronicle.from(range.start)
    for (let next = episode.next(range.end); next !== undefined; next = episode.next(range.end)) {
      const { at, emission } = next
      if (renderer.isDue(at)) yield* renderer.publish(at)
      renderer.see(at, emission)
      if (shown.has(groupOf(emission) ?? '')) yield* render(at, emission)
    }
    yield* renderer.publish(range.end)
  }
  function* samples(): Generator<WorldSample> {
    const renderer = new MetricRenderer(range)
    const episode = chronicle.from(range.start)
    for (let next = episode.next(range.end); next !== undefined; next = episode.next(range.end)) {
      const { at, emission } = next
      if (renderer.isDue(at)) yield* renderer.publish(at)
      renderer.see(at, emission)
    }
    yield* renderer.publish(range.end)
  }
  const incidents = incidentsOf(setting, range)
  return { range, groups, metrics, incidents, window, happenings, samples, records: () => window(range.start, range.end) }
}

/** Faults an author's mutators move or take away, before anything happens. */
function bend(spec: WorldSpec): WorldSpec {
  return (spec.mutators ?? []).reduce((bent, { name }, index) => {
    const mutator = findMutator(name)
    return mutator !== undefined && 'bend' in mutator ? mutator.bend(bent, substream(spec.seed, 'mutator', index, name)) : bent
  }, spec)
}

/** A world with added lines and mutators: small, so it is made once and kept. */
function changedWorld(world: World, spec: WorldSpec): World {
  const steps = (spec.mutators ?? []).map(({ name, argument = '' }, index) => {
    const random = () => substream(spec.seed, 'mutator', index, name)
    return { mutator: findMutator(name), argument, random }
  })
  /** The log before each step and after the last. */
  const logs = once(() => {
    const made = [addLines([...first(world.records(), LARGEST_SIZE + 1)], spec.lines ?? [], world.range)]
    for (const { mutator, argument, random } of steps) {
      const log = made.at(-1) ?? []
      made.push(mutator !== undefined && 'change' in mutator ? mutator.change(log, argument, random()) : log)
    }
    return made
  })
  const samples = once(() =>
    steps.reduce<readonly WorldSample[]>(
      (before, { mutator, argument, random }, index) => {
        const change = mutator !== undefined && 'change' in mutator ? mutator.changeSamples : undefined
        return change === undefined ? before : change(before, argument, random(), logs()[index] ?? [])
      },
      [...world.samples()],
    ),
  )
  const records = (): readonly WorldRecord[] => logs().at(-1) ?? []
  const window = (start: Millis, end: Millis) => records().filter(({ timestamp }) => timestamp >= start && timestamp < end)
  return { ...world, records, window, samples, happenings: () => inOrder(records(), samples()) }
}

/** More events than a world may hold are not made, so that nobody waits for them in one go. */
function* first<Value>(values: Iterable<Value>, most: number): Generator<Value> {
  let count = 0
  for (const value of values) {
    if (count++ === most) return
    yield value
  }
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined
  return () => (made ??= { value: make() }).value
}

/** What is known at the same time keeps the order given: records before samples, which stand for a whole minute. */
const inOrder = (records: readonly WorldRecord[], samples: readonly WorldSample[]): readonly (WorldRecord | WorldSample)[] =>
  [...records, ...samples].toSorted((left, right) => knownAt(left) - knownAt(right))

const knownAt = (happening: WorldRecord | WorldSample): Millis => ('message' in happening ? happening.timestamp : happening.knownAt)
