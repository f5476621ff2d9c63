import { parseDuration } from '#lib/duration.ts'
import { nearest } from '#lib/text/near.ts'
import { DAY } from '#lib/time.ts'
import type { FaultOptions, WorldSpec } from '#lib/world-spec.ts'
import { faults, findFault, type Fault } from './faults/faults.ts'
import { parseClockTime, parseLengths, parseOnsets } from './faults/onset.ts'
import { findMutator, mutators } from './mutators/registry.ts'
import type { Parameter, Scenario } from './scenarios/scenario.ts'
import { findScenario, scenarios } from './scenarios/scenarios.ts'

/** As many events as one world may hold. */
export const LARGEST_SIZE = 1_000_000
const LONGEST_WINDOW = 92 * DAY
/** Later times have no date, or one that no log writes. */
const LATEST_START = Date.UTC(9000, 0)

type Problems = readonly string[]

/** What is wrong with a spec, a sentence each; empty when a world can be made of it. */
export function checkSpec(spec: WorldSpec): Problems {
  const scenario = findScenario(spec.scenario)
  if (scenario === undefined) return [unknown('scenario', spec.scenario, names(scenarios))]
  return [
    ...checkNumbers(spec),
    ...unknowns('group', [...(spec.groups ?? []), ...(spec.lines ?? []).map(({ group }) => group)], scenario.groups),
    ...checkParameters(spec, scenario),
    ...Object.entries(spec.faults ?? {}).flatMap(([name, options]) => checkFault(name, options, scenario)),
    ...(spec.mutators ?? []).flatMap(({ name, argument }) => checkMutator(name, argument)),
    ...(spec.groups?.length === 0 ? checkWithoutLog(spec) : []),
  ]
}

function checkNumbers({ seed, size, window, start, lines }: WorldSpec): Problems {
  const isWhole = (value: number, from: number, to: number): boolean => Number.isInteger(value) && value >= from && value <= to
  // a world of nothing but its author's lines is a world
  const leastSize = (lines ?? []).length > 0 ? 0 : 1
  return [
    ...problem(isWhole(seed, 0, 2 ** 32 - 1), `expected a whole number below 2^32 as seed, found ${seed}`),
    ...problem(
      size === undefined || isWhole(size, leastSize, LARGEST_SIZE),
      `expected a size from ${leastSize} to ${LARGEST_SIZE}, found ${size}`,
    ),
    ...problem(window === undefined || isWhole(window, 1, LONGEST_WINDOW), `expected a window from 1 ms to 92 days, found ${window} ms`),
    ...problem(
      start === undefined || isWhole(start, 0, LATEST_START),
      `expected a start in milliseconds since 1970 and before the year 9000, found ${start}`,
    ),
    ...(lines ?? []).flatMap(({ at, message }) =>
      problem(at === undefined || Number.isInteger(at), `expected whole milliseconds as the time of line "${message}", found ${at}`),
    ),
  ]
}

function checkParameters(spec: WorldSpec, { parameters }: Scenario): Problems {
  return Object.entries(spec.with ?? {}).flatMap(([name, value]) => {
    const parameter = parameters.find((known) => known.name === name)
    if (parameter === undefined) return [unknown('parameter', name, names(parameters))]
    return problem(
      isValue(parameter, value),
      `expected a ${parameter.takes}${upTo(parameter)} as "${name}", found ${JSON.stringify(value)}`,
    )
  })
}

const upTo = ({ most }: Parameter): string => (most === undefined ? '' : ` up to ${most}`)

function isValue({ takes, default: usual, most = Number.MAX_VALUE }: Parameter, value: string | number | boolean): boolean {
  if (takes === 'number') return value !== '' && typeof value !== 'boolean' && Number(value) >= 0 && Number(value) <= most
  if (typeof value !== 'string') return false
  if (value === '' && usual === '') return true
  return takes === 'duration' ? (parseDuration(value) ?? 0) >= 1000 : parseClockTime(value) !== undefined
}

function checkFault(name: string, options: FaultOptions, scenario: Scenario): Problems {
  const fault = findFault(name)
  if (fault === undefined) return [unknown('fault', name, names(faults))]
  if (!scenario.faults.includes(name)) return [`fault "${name}" does not show in scenario "${scenario.name}"`]
  const known = ['at', 'for', 'strength', ...names(fault.options)]
  return [
    ...unknowns(`option of fault "${name}"`, Object.keys(options), known),
    ...problem(
      options.at === undefined || parseOnsets(options.at, 0) !== undefined,
      `expected an offset ("+15m") or a clock time ("21:40") as onset of "${name}", found "${options.at}"`,
    ),
    ...problem(
      options.for === undefined || parseLengths(options.for) !== undefined,
      `expected a duration ("41m") as length of "${name}", found "${options.for}"`,
    ),
    ...problem(
      options.strength === undefined || (Number.isFinite(options.strength) && options.strength >= 0),
      `expected a number (${fault.strengthIs}) as strength of "${name}", found "${options.strength}"`,
    ),
    ...checkFaultOptions(fault, options),
  ]
}

const checkFaultOptions = (fault: Fault, options: FaultOptions): Problems =>
  fault.options.flatMap(({ name, oneOf }) => {
    const value = options[name]
    return value === undefined || oneOf === undefined ? [] : unknowns(name, [String(value)], oneOf)
  })

function checkMutator(name: string, argument: string | undefined): Problems {
  const mutator = findMutator(name)
  if (mutator === undefined) return [unknown('mutator', name, names(mutators))]
  const { takes } = mutator
  if (takes === undefined) return problem(argument === undefined || argument === '', `mutator "${name}" takes nothing, found "${argument}"`)
  if (argument === undefined || argument === '') return [`mutator "${name}" takes a ${takes}, found nothing`]
  return problem(takes !== 'duration' || parseDuration(argument) !== undefined, `mutator "${name}" takes a duration, found "${argument}"`)
}

/** A world of metrics alone has no lines to add to, to count or to change. */
function checkWithoutLog({ scenario, size, lines, mutators: asked }: WorldSpec): Problems {
  const isLineMutator = (name: string): boolean => {
    const mutator = findMutator(name)
    return mutator !== undefined && 'change' in mutator && mutator.changeSamples === undefined
  }
  return [
    ...problem(
      size === undefined || scenario === 'practice',
      'a size counts log events, and a world with groups: [] has none; say a window',
    ),
    ...problem((lines ?? []).length === 0, 'a line stands in a log group, and a world with groups: [] has none'),
    ...(asked ?? []).flatMap(({ name }) =>
      problem(!isLineMutator(name), `mutator "${name}" changes log lines, and a world with groups: [] has none`),
    ),
  ]
}

const names = (known: readonly { readonly name: string }[]): readonly string[] => known.map(({ name }) => name)

const problem = (holds: boolean, sentence: string): Problems => (holds ? [] : [sentence])

const unknowns = (noun: string, words: readonly string[], known: readonly string[]): Problems =>
  words.filter((word) => !known.includes(word)).map((word) => unknown(noun, word, known))

function unknown(noun: string, word: string, known: readonly string[]): string {
  const near = nearest(word, known)
  return `unknown ${noun} "${word}"${near === undefined ? `; known: ${known.join(', ')}` : `; did you mean "${near}"?`}`
}
