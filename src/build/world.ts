import { parseDuration } from '#lib/duration.ts'
import type { FaultOptions, WorldSpec } from '#lib/world-spec.ts'
import { MapReader, type Located, type LocatedMap } from './located-yaml.ts'
import type { Problem } from './prose.ts'

const keys = ['scenario', 'window', 'size', 'faults', 'groups', 'with'] as const

/** `world:` of an exercise or a live slide. */
export function readWorld(map: LocatedMap, seed: number, problems: Problem[]): WorldSpec {
  const reader = new MapReader(map, 'world', keys, problems)
  reader.require('scenario')
  const window = readWindow(reader, problems)
  const size = reader.number('size')
  const faults = reader.child('faults')
  const groups = reader.texts('groups')
  const parameters = reader.child('with')
  return {
    scenario: reader.text('scenario') ?? '',
    seed,
    ...(window === undefined ? {} : { window }),
    ...(size === undefined ? {} : { size }),
    ...(faults === undefined ? {} : { faults: readFaults(faults, problems) }),
    ...(groups === undefined ? {} : { groups }),
    ...(parameters === undefined ? {} : { with: readParameters(parameters, problems) }),
  }
}

function readWindow(reader: MapReader, problems: Problem[]): number | undefined {
  const text = reader.word('window')
  if (text === undefined) return undefined
  const window = parseDuration(text)
  if (window === undefined)
    problems.push({ line: reader.lineOf('window'), message: `expected a length such as 3h or 3w for "window", found "${text}"` })
  return window
}

/** Faults by name; what the world does not know is told by the world itself. */
export function readFaults(map: LocatedMap, problems: Problem[]): Readonly<Record<string, FaultOptions>> {
  return Object.fromEntries([...map.entries].map(([name, { value }]) => [name, faultOptions(name, value, problems)]))
}

function faultOptions(name: string, value: Located, problems: Problem[]): FaultOptions {
  if (value.kind === 'scalar' && (value.value === null || value.value === true)) return {}
  if (value.kind !== 'map') {
    problems.push({ line: value.line, message: `expected a map for the fault "${name}", such as {at: "21:40"}` })
    return {}
  }
  const options: Record<string, string | number> = {}
  for (const [key, entry] of value.entries) {
    if (entry.value.kind === 'scalar' && entry.value.value !== null && typeof entry.value.value !== 'boolean')
      options[key] = entry.value.value
    else problems.push({ line: entry.line, message: `expected a text or a number for "${key}" of "${name}"` })
  }
  return options
}

function readParameters(map: LocatedMap, problems: Problem[]): Readonly<Record<string, string | number | boolean>> {
  const found: Record<string, string | number | boolean> = {}
  for (const [key, entry] of map.entries) {
    if (entry.value.kind === 'scalar' && entry.value.value !== null) found[key] = entry.value.value
    else problems.push({ line: entry.line, message: `expected a text, a number, true or false for "${key}"` })
  }
  return found
}
