import { nightSeed } from '#grading/seeds.ts'
import type { MarkedNight, NightFault } from '#grading/marking.ts'
import { MINUTE } from '#lib/time.ts'
import type { FaultOptions, WorldSpec } from '#lib/world-spec.ts'
import { checkSpec, createWorld, usualStrength } from '#world/index.ts'
import { MapReader, type Located, type LocatedMap } from '../../located-yaml.ts'
import type { Problem } from '../../prose.ts'
import { readFaults } from '../../world.ts'

/** A night as the author wrote it. */
export type WrittenNight = {
  readonly line: number
  readonly title: string
  readonly faults: Readonly<Record<string, FaultOptions>>
  /** Faults that are no reason to wake anybody. */
  readonly quiet: readonly string[]
}

/** `nights:` of an alarm; the first is the world on screen. */
export function readNights(reader: MapReader, problems: Problem[]): readonly WrittenNight[] {
  const nights = (reader.list('nights') ?? []).flatMap((item) => readNight(item, problems))
  for (const [at, night] of nights.entries()) {
    if (nights.findIndex((other) => other.title === night.title) < at)
      problems.push({ line: night.line, message: `two nights are called "${night.title}"` })
  }
  return nights
}

function readNight(item: Located, problems: Problem[]): readonly WrittenNight[] {
  if (item.kind !== 'map') {
    problems.push({ line: item.line, message: 'expected a night such as {title: Quiet}' })
    return []
  }
  const reader = new MapReader(item, 'a night', ['title', 'faults', 'incident'], problems)
  reader.require('title')
  const written = reader.child('faults')
  const names = [...(written?.entries.keys() ?? [])]
  const isQuiet = readIncident(reader, problems) === false
  if (reader.has('incident') && names.length === 0)
    problems.push({ line: reader.lineOf('incident'), message: 'a night without faults has no incident to mark' })
  const marked = written === undefined ? [] : quietFaults(written, problems)
  const quiet = isQuiet ? names : marked
  const faults = written === undefined ? {} : readFaults(withoutMark(written), problems)
  return [{ line: item.line, title: reader.text('title') ?? '', faults, quiet }]
}

/** `incident: no`; YAML 1.2 reads `no` as a text. */
function readIncident(reader: MapReader, problems: Problem[]): boolean | undefined {
  const word = reader.word('incident')
  if (word === undefined || word === 'yes' || word === 'true') return word === undefined ? undefined : true
  if (word !== 'no' && word !== 'false')
    problems.push({ line: reader.lineOf('incident'), message: `expected yes or no for "incident", found "${word}"` })
  return false
}

/** The faults with `incident: no` in their own braces. */
export const quietFaults = (faults: LocatedMap, problems: Problem[]): readonly string[] =>
  [...faults.entries.keys()].filter((name) => isMarkedQuiet(faults, name, problems))

function isMarkedQuiet(faults: LocatedMap, name: string, problems: Problem[]): boolean {
  const value = faults.entries.get(name)?.value
  if (value?.kind !== 'map' || !value.entries.has('incident')) return false
  const known = [...value.entries.keys()]
  return readIncident(new MapReader(value, 'a fault', known, problems), problems) === false
}

/** The faults as a world reads them. */
export const withoutMark = (faults: LocatedMap): LocatedMap => ({
  ...faults,
  entries: new Map(
    [...faults.entries].map(([name, entry]) => [
      name,
      entry.value.kind === 'map'
        ? { ...entry, value: { ...entry.value, entries: new Map([...entry.value.entries].filter(([key]) => key !== 'incident')) } }
        : entry,
    ]),
  ),
})

/** The nights with their worlds made, so that it is known when each fault began and ended. */
export function makeNights(
  written: readonly WrittenNight[],
  world: WorldSpec,
  exercise: string,
  drawing: number,
  problems: Problem[],
): readonly MarkedNight[] {
  return written.flatMap((night, nth) => {
    const spec: WorldSpec = { ...world, seed: nightSeed(exercise, drawing, nth), faults: night.faults }
    const found = checkSpec(spec)
    for (const message of found) problems.push({ line: night.line, message })
    return found.length > 0 ? [] : [made(night, spec, problems)]
  })
}

/** So long a world stands before its night begins. */
const lead = 30 * MINUTE

function made(night: WrittenNight, world: WorldSpec, problems: Problem[]): MarkedNight {
  const { range: whole, incidents } = createWorld(world)
  const range = { start: whole.start + Math.min(lead, (whole.end - whole.start) / 8), end: whole.end }
  const faults = Object.keys(night.faults).flatMap((name): readonly NightFault[] => {
    const found = incidents.find((one) => one.fault === name)
    if (found === undefined || found.start < range.start || found.start >= range.end) {
      problems.push({ line: night.line, message: `the fault "${name}" begins outside the window of this night` })
      return []
    }
    const { start, end } = found
    const options = night.faults[name] ?? {}
    const strength = options.strength ?? usualStrength(name)
    const isIncident = !night.quiet.includes(name)
    return [{ name, options, start, end: Math.min(end, range.end), isIncident, ...(strength === undefined ? {} : { strength }) }]
  })
  const real = faults.filter((fault) => fault.isIncident).map(({ start, end }) => ({ start, end }))
  return { title: night.title, world, range, incidents: real, faults, worldStart: whole.start }
}
