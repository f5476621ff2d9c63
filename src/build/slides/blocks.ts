import type { SlidePart } from '#deck/slide.ts'
import { MapReader, readYaml, unknownWord, type LocatedMap } from '../located-yaml.ts'
import type { Problem } from '../prose.ts'
import { readLive } from './live.ts'
import { readOptions } from './options.ts'
import type { Piece } from './split.ts'

/** What a block may refer to beyond its own text. */
export type Surroundings = {
  exercise(id: string): { readonly title: string; readonly minutes: number } | undefined
  exerciseIds(): readonly string[]
}

type Reader = (map: LocatedMap, problems: Problem[], around: Surroundings) => SlidePart | undefined

const readers: Readonly<Record<string, Reader>> = { live: readLive, poll: readPoll, timer: readTimer, exercise: readExercise }

/** The fences that are blocks of a slide; every other fence is code. */
export const blockNames: readonly string[] = Object.keys(readers)

/** A block, or undefined where it says too little to be drawn; `problems` then says why. */
export function readBlock(name: string, piece: Piece, problems: Problem[], around: Surroundings): SlidePart | undefined {
  const before = problems.length
  const map = readYaml(piece.text, piece.firstLine, problems)
  // what YAML itself cannot read is one mistake, not one for each key that is then missing
  return problems.length > before ? undefined : readers[name]?.(map, problems, around)
}

/** The five answers of the emoji check, from lost to ready: each of them invites the next hour's work, none asks for a hero. */
const checkOptions = [
  'Lost: start again with me, please',
  'Coming: I need parts of it once more',
  'Fine, with help and practice',
  'Good: I could try it with the team',
  'Ready: let us work on it together',
]

function readPoll(map: LocatedMap, problems: Problem[]): SlidePart | undefined {
  const reader = new MapReader(map, 'a poll', ['question', 'choices'], problems)
  reader.require('question', 'choices')
  const question = reader.word('question')
  if (question === undefined || !reader.has('choices')) return undefined
  const isList = map.entries.get('choices')?.value.kind === 'list'
  const count = isList ? undefined : reader.number('choices')
  if (count === 5) return { kind: 'poll', question, options: checkOptions, faces: true }
  const numbers = Array.from({ length: Math.max(0, Math.min(10, count ?? 0)) }, (_, at) => `Option ${at + 1}`)
  const options = readOptions(isList ? reader.texts('choices') : numbers)
  if (options !== undefined && (isList || options.length === count)) return { kind: 'poll', question, options, faces: false }
  problems.push({ line: reader.lineOf('choices'), message: 'expected 2 to 9 choices: a number, or a list of them' })
  return undefined
}

function readTimer(map: LocatedMap, problems: Problem[]): SlidePart | undefined {
  const reader = new MapReader(map, 'a timer', ['minutes'], problems)
  reader.require('minutes')
  const minutes = reader.number('minutes')
  if (minutes === undefined) return undefined
  if (minutes > 0 && minutes <= 240) return { kind: 'timer', minutes }
  problems.push({ line: reader.lineOf('minutes'), message: `expected minutes from 1 to 240, found ${minutes}` })
  return undefined
}

function readExercise(map: LocatedMap, problems: Problem[], around: Surroundings): SlidePart | undefined {
  const reader = new MapReader(map, 'an exercise', ['id'], problems)
  reader.require('id')
  const id = reader.word('id')
  if (id === undefined) return undefined
  const found = around.exercise(id)
  if (found !== undefined) return { kind: 'exercise', id, ...found }
  problems.push({ line: reader.lineOf('id'), message: unknownWord('exercise', id, around.exerciseIds()) })
  return undefined
}
