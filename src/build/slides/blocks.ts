import type { LiveStep, SlidePart } from '#deck/slide.ts'
import type { AddedLine, WorldSpec } from '#lib/world-spec.ts'
import type { Problem } from '../prose.ts'
import type { Piece } from './split.ts'
import { readWorld } from './world.ts'
import { isRecord, readMapping, unknownKey, type Entry, type Mapping } from './yaml.ts'

/** What a block may refer to beyond its own text. */
export type Surroundings = {
  exercise(id: string): { readonly title: string; readonly minutes: number } | undefined
  exerciseIds(): readonly string[]
}

type Reader = (piece: Piece, problems: Problem[], around: Surroundings) => SlidePart | undefined

/** The fences that are blocks of a slide; every other fence is code. */
export const blockReaders: Readonly<Record<string, Reader>> = { live, poll, timer, exercise }

function wrong(problems: Problem[], line: number, message: string): undefined {
  problems.push({ line, message })
  return undefined
}

function required(mapping: Mapping, key: string, what: string, problems: Problem[]): Entry | undefined {
  return mapping.entries[key] ?? wrong(problems, mapping.line, `${what} needs "${key}"`)
}

function live(piece: Piece, problems: Problem[]): SlidePart | undefined {
  const mapping = readMapping(piece, ['pane', 'world', 'lines', 'steps'], 'a live block', problems)
  const pane = required(mapping, 'pane', 'a live block', problems)
  const worldEntry = required(mapping, 'world', 'a live block', problems)
  const steps = required(mapping, 'steps', 'a live block', problems)
  if (pane === undefined || worldEntry === undefined || steps === undefined) return undefined
  if (pane.value !== 'logs' && pane.value !== 'insights') {
    return wrong(problems, pane.line, `expected "logs" or "insights" as the pane, found ${JSON.stringify(pane.value)}`)
  }
  const world = readWorld(worldEntry.value, worldEntry.line, problems)
  if (world === undefined) return undefined
  const lines = readLines(mapping.entries['lines'], world, problems)
  return { kind: 'live', pane: pane.value, world: lines.length === 0 ? world : { ...world, lines }, steps: readSteps(steps, problems) }
}

/** One event a line; a line that begins with two blanks continues the last. */
function readLines(entry: Entry | undefined, world: WorldSpec, problems: Problem[]): readonly AddedLine[] {
  if (entry === undefined) return []
  const group = world.groups?.[0]
  if (group === undefined) {
    problems.push({ line: entry.line, message: 'lines need a group to stand in: name it in world, groups: [...]' })
    return []
  }
  const texts = typeof entry.value === 'string' ? entry.value.split('\n') : Array.isArray(entry.value) ? entry.value.map(String) : []
  const messages: string[] = []
  for (const text of texts.filter((line) => line.trim() !== '')) {
    if (text.startsWith('  ') && messages.length > 0) messages[messages.length - 1] += `\n${text.slice(2)}`
    else messages.push(text)
  }
  if (messages.length === 0) problems.push({ line: entry.line, message: 'expected log lines, one a line' })
  return messages.map((message) => ({ group, message: message.replaceAll('\\t', '\t') }))
}

function readSteps(entry: Entry, problems: Problem[]): readonly LiveStep[] {
  if (!Array.isArray(entry.value) || entry.value.length === 0) {
    problems.push({ line: entry.line, message: 'expected a list of steps, such as - query: "ERROR"' })
    return []
  }
  return entry.value.flatMap((step: unknown, at): LiveStep[] => readStep(step, `step ${at + 1}`, entry.line, problems) ?? [])
}

function readStep(step: unknown, what: string, line: number, problems: Problem[]): LiveStep[] | undefined {
  if (!isRecord(step)) return wrong(problems, line, `expected query or ask in ${what}`)
  const known = 'ask' in step ? ['ask', 'options', 'answer'] : ['query']
  for (const key of Object.keys(step).filter((name) => !known.includes(name))) {
    problems.push({ line, message: unknownKey(key, [...known, ...(known[0] === 'query' ? ['ask'] : [])], what) })
  }
  if (typeof step['query'] === 'string') return [{ kind: 'query', text: step['query'].replace(/\n+$/, '') }]
  if (typeof step['ask'] !== 'string') return wrong(problems, line, `${what} needs "query" or "ask", as text: quote it`)
  const options = readOptions(step['options'])
  if (options === undefined) return wrong(problems, line, `${what} asks something and needs "options": from 2 to 9 of them`)
  const answer = step['answer']
  if (answer === undefined) return [{ kind: 'ask', question: step['ask'], options }]
  if (typeof answer !== 'number' || !Number.isInteger(answer) || answer < 1 || answer > options.length) {
    return wrong(problems, line, `expected the number of an option, 1 to ${options.length}, as the answer of ${what}`)
  }
  return [{ kind: 'ask', question: step['ask'], options, answer: answer - 1 }]
}

function readOptions(value: unknown): readonly string[] | undefined {
  if (!Array.isArray(value) || value.length < 2 || value.length > 9) return undefined
  return value.every((option) => ['string', 'number', 'boolean'].includes(typeof option)) ? value.map(String) : undefined
}

/** The five answers of the emoji check, from lost to ready: each of them invites the next hour's work, none asks for a hero. */
const checkOptions = [
  'Lost: start again with me, please',
  'Coming: I need parts of it once more',
  'Fine, with help and practice',
  'Good: I could try it with the team',
  'Ready: let us work on it together',
]

function poll(piece: Piece, problems: Problem[]): SlidePart | undefined {
  const mapping = readMapping(piece, ['question', 'choices'], 'a poll', problems)
  const question = required(mapping, 'question', 'a poll', problems)
  const choices = required(mapping, 'choices', 'a poll', problems)
  if (question === undefined || choices === undefined) return undefined
  if (typeof question.value !== 'string') return wrong(problems, question.line, 'expected a question in words')
  if (choices.value === 5) return { kind: 'poll', question: question.value, options: checkOptions, faces: true }
  const options = readOptions(choices.value)
  if (options !== undefined) return { kind: 'poll', question: question.value, options, faces: false }
  if (typeof choices.value === 'number' && Number.isInteger(choices.value) && choices.value >= 2 && choices.value <= 9) {
    const numbers = Array.from({ length: choices.value }, (_, at) => `Option ${at + 1}`)
    return { kind: 'poll', question: question.value, options: numbers, faces: false }
  }
  return wrong(problems, choices.line, 'expected 2 to 9 choices: a number, or a list of them')
}

function timer(piece: Piece, problems: Problem[]): SlidePart | undefined {
  const mapping = readMapping(piece, ['minutes'], 'a timer', problems)
  const minutes = required(mapping, 'minutes', 'a timer', problems)
  if (minutes === undefined) return undefined
  if (typeof minutes.value !== 'number' || !(minutes.value > 0 && minutes.value <= 240)) {
    return wrong(problems, minutes.line, `expected minutes from 1 to 240, found ${JSON.stringify(minutes.value)}`)
  }
  return { kind: 'timer', minutes: minutes.value }
}

function exercise(piece: Piece, problems: Problem[], around: Surroundings): SlidePart | undefined {
  const mapping = readMapping(piece, ['id'], 'an exercise', problems)
  const id = required(mapping, 'id', 'an exercise', problems)
  if (id === undefined) return undefined
  if (typeof id.value !== 'string') return wrong(problems, id.line, 'expected an exercise such as insights/slowest-branch')
  const found = around.exercise(id.value)
  if (found !== undefined) return { kind: 'exercise', id: id.value, ...found }
  return wrong(problems, id.line, unknownKey(id.value, around.exerciseIds(), 'the exercises').replace('unknown key', 'unknown exercise'))
}
