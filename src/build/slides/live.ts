import type { LiveStep, SlidePart } from '#deck/slide.ts'
import type { AddedLine, WorldSpec } from '#lib/world-spec.ts'
import { conditionPhrase } from '#languages/alarm/index.ts'
import type { MetricAlarm } from '#lib/alarm/alarm.ts'
import { checkSpec, createWorld } from '#world/index.ts'
import { readAlarmMap } from '../exercises/fences/alarm.ts'
import { quietFaults, withoutMark } from '../exercises/front-matter/nights.ts'
import { MapReader, type Located, type LocatedMap } from '../located-yaml.ts'
import type { Problem } from '../prose.ts'
import { readWorld } from '../world.ts'
import { readOptions } from './options.ts'

const panes = ['logs', 'insights', 'alarm'] as const

/** A `live` block: a pane over a world of the slide's own, and what its keys do. */
export function readLive(map: LocatedMap, problems: Problem[]): SlidePart | undefined {
  const reader = new MapReader(map, 'a live block', ['pane', 'world', 'lines', 'alarm', 'steps'], problems)
  reader.require('pane', 'world', 'steps')
  const pane = reader.oneOf('pane', panes)
  const worldMap = reader.child('world')
  const steps = readSteps(reader, pane, problems)
  if (reader.list('steps')?.length === 0)
    problems.push({ line: reader.lineOf('steps'), message: 'expected a step, such as - query: "ERROR"' })
  if (pane === undefined || worldMap === undefined) return undefined
  const faults = worldMap.entries.get('faults')?.value
  const quiet = faults?.kind === 'map' ? quietFaults(faults, problems) : []
  const world = readSlideWorld(worldMap, problems)
  checkGroups(reader, world, problems)
  const lines = readLines(map.entries.get('lines')?.value, world, problems)
  const whole = lines.length === 0 ? world : { ...world, lines }
  const wrong = world.scenario === '' ? [] : checkSpec(whole)
  for (const message of wrong) problems.push({ line: reader.lineOf('world'), message })
  const happened = wrong.length > 0 || world.scenario === '' ? [] : createWorld(whole).incidents
  const incidents = happened.filter(({ fault }) => !quiet.includes(fault)).map(({ start, end }) => ({ start, end }))
  return { kind: 'live', pane, world: whole, incidents, steps }
}

/** A step looks at a group of the slide's world. */
function checkGroups(reader: MapReader, { groups }: WorldSpec, problems: Problem[]): void {
  for (const step of reader.list('steps') ?? []) {
    const group = step.kind === 'map' ? step.entries.get('group') : undefined
    if (group?.value.kind !== 'scalar' || groups === undefined || groups.includes(String(group.value.value))) continue
    problems.push({ line: group.line, message: `the world shows no group "${group.value.value}", only ${groups.join(', ')}` })
  }
}

/** As in exercises; a slide's world has one seed, 1 when it names none. */
function readSlideWorld(map: LocatedMap, problems: Problem[]): WorldSpec {
  const entry = map.entries.get('seed')
  const seed = entry?.value.kind === 'scalar' ? entry.value.value : undefined
  if (entry !== undefined && !Number.isInteger(seed)) problems.push({ line: entry.line, message: 'expected a whole number as the seed' })
  const others = new Map([...map.entries].filter(([key]) => key !== 'seed'))
  const faults = others.get('faults')
  if (faults?.value.kind === 'map') others.set('faults', { ...faults, value: withoutMark(faults.value) })
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

/** Steps of an alarm pane change some of the members of the step before; the first those of `alarm`. */
function readSteps(reader: MapReader, pane: (typeof panes)[number] | undefined, problems: Problem[]): readonly LiveStep[] {
  let alarm = readStartingAlarm(reader, pane, problems)
  return (reader.list('steps') ?? []).flatMap((step, at): readonly LiveStep[] => {
    const what = `step ${at + 1}`
    const change = step.kind === 'map' ? step.entries.get('alarm')?.value : undefined
    if (alarm === undefined || change?.kind !== 'map') return present(readStep(step, what, pane, problems))
    alarm = readAlarmMap(change, change.line, without(alarm, [...change.entries.keys()]), problems)
    return [{ kind: 'alarm', alarm, says: conditionPhrase(alarm) }]
  })
}

function readStartingAlarm(reader: MapReader, pane: (typeof panes)[number] | undefined, problems: Problem[]): MetricAlarm | undefined {
  const map = reader.child('alarm')
  if (pane !== 'alarm' && map !== undefined)
    problems.push({ line: reader.lineOf('alarm'), message: '"alarm" has no meaning here: the pane is not an alarm' })
  if (pane !== 'alarm') return undefined
  if (map !== undefined) return readAlarmMap(map, map.line, {}, problems)
  problems.push({ line: reader.line, message: 'a pane "alarm" needs "alarm": the members of PutMetricAlarm that the first step shows' })
  return undefined
}

const present = (step: LiveStep | undefined): readonly LiveStep[] => (step === undefined ? [] : [step])

/** What a change says anew is not what stood there before. */
const without = (alarm: MetricAlarm, members: readonly string[]): Partial<MetricAlarm> =>
  Object.fromEntries(Object.entries(alarm).filter(([member]) => !members.includes(member)))

function readStep(step: Located, what: string, pane: string | undefined, problems: Problem[]): LiveStep | undefined {
  const say = (message: string): undefined => void problems.push({ line: step.line, message })
  const does = pane === 'alarm' ? 'alarm' : 'query'
  if (step.kind !== 'map') return say(`expected ${does} or ask in ${what}`)
  const isAsk = step.entries.has('ask')
  const reader = new MapReader(
    step,
    what,
    isAsk ? ['ask', 'options', 'answer'] : does === 'query' ? ['query', 'ask', 'group', 'stream'] : [does, 'ask'],
    problems,
  )
  if (isAsk) return readAsk(reader, what, problems)
  if (does === 'alarm' || !reader.has('query'))
    return say(`${what} needs "${does}"${does === 'alarm' ? ', a map of members,' : ''} or "ask"`)
  const query = reader.text('query')
  const group = reader.word('group')
  const stream = reader.word('stream')
  if (query === undefined) return undefined
  return {
    kind: 'query',
    text: query.replace(/\n+$/, ''),
    ...(group === undefined ? {} : { group }),
    ...(stream === undefined ? {} : { stream }),
  }
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
