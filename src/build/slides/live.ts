import type { LiveStep, SlidePart } from '#deck/slide.ts'
import type { AddedLine, WorldSpec } from '#lib/world-spec.ts'
import { checkSpec } from '#world/index.ts'
import { MapReader, type Located, type LocatedMap } from '../located-yaml.ts'
import type { Problem } from '../prose.ts'
import { readWorld } from '../world.ts'
import { readOptions } from './options.ts'

const panes = ['logs', 'insights'] as const

/** A `live` block: a pane over a world of the slide's own, and what its keys do. */
export function readLive(map: LocatedMap, problems: Problem[]): SlidePart | undefined {
  const reader = new MapReader(map, 'a live block', ['pane', 'world', 'lines', 'steps'], problems)
  reader.require('pane', 'world', 'steps')
  const pane = reader.oneOf('pane', panes)
  const worldMap = reader.child('world')
  const steps = (reader.list('steps') ?? []).flatMap((step, at) => readStep(step, `step ${at + 1}`, problems) ?? [])
  if (reader.list('steps')?.length === 0)
    problems.push({ line: reader.lineOf('steps'), message: 'expected a step, such as - query: "ERROR"' })
  if (pane === undefined || worldMap === undefined) return undefined
  const world = readSlideWorld(worldMap, problems)
  const lines = readLines(map.entries.get('lines')?.value, world, problems)
  const whole = lines.length === 0 ? world : { ...world, lines }
  if (world.scenario !== '') for (const message of checkSpec(whole)) problems.push({ line: reader.lineOf('world'), message })
  return { kind: 'live', pane, world: whole, steps }
}

/** As in exercises; a slide's world has one seed, 1 when it names none. */
function readSlideWorld(map: LocatedMap, problems: Problem[]): WorldSpec {
  const entry = map.entries.get('seed')
  const seed = entry?.value.kind === 'scalar' ? entry.value.value : undefined
  if (entry !== undefined && !Number.isInteger(seed)) problems.push({ line: entry.line, message: 'expected a whole number as the seed' })
  const others = new Map([...map.entries].filter(([key]) => key !== 'seed'))
  return readWorld({ ...map, entries: others }, typeof seed === 'number' ? seed : 1, problems)
}

/** One event a line; a line that begins with two blanks continues the last. */
function readLines(value: Located | undefined, { groups }: WorldSpec, problems: Problem[]): readonly AddedLine[] {
  if (value === undefined) return []
  const group = groups?.[0]
  const messages: string[] = []
  for (const text of linesIn(value).filter((line) => line.trim() !== '')) {
    if (text.startsWith('  ') && messages.length > 0) messages[messages.length - 1] += `\n${text.slice(2)}`
    else messages.push(text)
  }
  if (messages.length === 0) problems.push({ line: value.line, message: 'expected log lines, one a line, under "lines: |"' })
  if (group !== undefined) return messages.map((message) => ({ group, message: message.replaceAll('\\t', '\t') }))
  problems.push({ line: value.line, message: 'lines need a group to stand in: name it in world, groups: [...]' })
  return []
}

function linesIn(value: Located): readonly string[] {
  if (value.kind === 'list') return value.items.flatMap(linesIn)
  return value.kind === 'scalar' && value.value !== null ? String(value.value).split('\n') : []
}

function readStep(step: Located, what: string, problems: Problem[]): LiveStep | undefined {
  const say = (message: string): undefined => void problems.push({ line: step.line, message })
  if (step.kind !== 'map') return say(`expected query or ask in ${what}`)
  const isAsk = step.entries.has('ask')
  const reader = new MapReader(step, what, isAsk ? ['ask', 'options', 'answer'] : ['query', 'ask'], problems)
  if (isAsk) return readAsk(reader, what, problems)
  if (!reader.has('query')) return say(`${what} needs "query" or "ask"`)
  const query = reader.text('query')
  return query === undefined ? undefined : { kind: 'query', text: query.replace(/\n+$/, '') }
}

function readAsk(reader: MapReader, what: string, problems: Problem[]): LiveStep | undefined {
  const question = reader.word('ask')
  const options = readOptions(reader.texts('options'))
  if (options === undefined)
    problems.push({ line: reader.lineOf('options'), message: `${what} asks something and needs "options": from 2 to 9 of them` })
  if (question === undefined || options === undefined) return undefined
  if (!reader.has('answer')) return { kind: 'ask', question, options }
  const answer = reader.number('answer')
  if (answer !== undefined && Number.isInteger(answer) && answer >= 1 && answer <= options.length) {
    return { kind: 'ask', question, options, answer: answer - 1 }
  }
  problems.push({
    line: reader.lineOf('answer'),
    message: `expected the number of an option, 1 to ${options.length}, as the answer of ${what}`,
  })
  return undefined
}
