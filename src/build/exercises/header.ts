import type { ExerciseKind, ExerciseSubject } from '#grading/exercise.ts'
import {
  defaultCompare,
  type AlarmMarking,
  type ChoiceMarking,
  type CompareOptions,
  type Differ,
  type Mutator,
  type PanelRules,
} from '#grading/marking.ts'
import type { Millis } from '#lib/time.ts'
import type { WorldSpec } from '#lib/world-spec.ts'
import { MapReader, readYaml, unknownWord, type Located } from '../located-yaml.ts'
import type { Problem } from '../prose.ts'
import { readWorld } from '../world.ts'
import { alarmMembers, type AlarmMember } from './fences/alarm.ts'
import { dimensions } from './fences/panel.ts'
import { readAlarmCompare, readCompare, readTolerance } from './front-matter/compare.ts'
import { readMoments } from './front-matter/moments.ts'
import { readNights, type WrittenNight } from './front-matter/nights.ts'
import { readPar } from './front-matter/par.ts'
import { readRules } from './front-matter/rules.ts'
import { kinds, kindsToCome, ownKeys, type OwnKey } from './kinds.ts'

export type Values = Readonly<Record<string, string | number | boolean>>

export type Header = {
  readonly title: string
  readonly kind: ExerciseKind
  readonly role: 'example' | 'practice' | 'transfer'
  readonly minutes: number
  readonly skills: readonly string[]
  readonly language: ExerciseSubject
  readonly world: WorldSpec
  readonly mutators: readonly Mutator[]
  readonly compare: CompareOptions
  readonly par: { readonly length?: number; readonly scanned?: number }
  readonly differ: Differ
  readonly alarm: Pick<AlarmMarking, 'catch' | 'falsePages' | 'delay'>
  readonly fixed: readonly AlarmMember[]
  readonly nights: readonly WrittenNight[]
  readonly rules: PanelRules
  readonly moments: readonly Millis[]
  readonly metrics?: ChoiceMarking['metrics']
  /** Where `world` stands, and each mutator. */
  readonly lines: { readonly world: number; readonly mutators: readonly number[] }
}

const keys = [
  'title',
  'kind',
  'language',
  'console',
  'role',
  'skills',
  'minutes',
  'world',
  'draw',
  'hidden',
  'compare',
  'par',
  ...ownKeys,
] as const
const roles = ['example', 'practice', 'transfer'] as const
const differs = ['A only', 'B only', 'either'] as const
const reserved = ['where', 'first', 'rows']

/** The values of `draw`, a map for each drawing; one empty map where nothing is drawn. */
export function readDraw(text: string, line: number, problems: Problem[]): readonly Values[] {
  const draw = readYaml(text, line, []).entries.get('draw')
  if (draw === undefined) return [{}]
  if (draw.value.kind !== 'map') {
    problems.push({ line: draw.line, message: 'expected a map for "draw", such as {status: [500, 503, 404]}' })
    return [{}]
  }
  const columns = [...draw.value.entries].map(([name, entry]) => ({
    name,
    line: entry.line,
    values: drawnValues(name, entry.value, problems),
  }))
  const count = Math.max(...columns.map((column) => column.values.length))
  for (const column of columns) {
    const message = drawProblem(column.name, column.values.length, count)
    if (message !== undefined) problems.push({ line: column.line, message })
  }
  return Array.from({ length: count }, (_, at) => Object.fromEntries(columns.map(({ name, values }) => [name, values[at] ?? ''])))
}

function drawProblem(name: string, length: number, count: number): string | undefined {
  if (reserved.includes(name)) return `"${name}" is a word of verdicts; draw another name`
  if (length < 3) return `"${name}" needs three values: the exercise, its worked twin, the exercise drawn again; found ${length}`
  return length === count ? undefined : `"${name}" has ${length} values where another has ${count}`
}

function drawnValues(name: string, value: Located, problems: Problem[]): readonly (string | number | boolean)[] {
  if (value.kind !== 'list') {
    problems.push({ line: value.line, message: `expected a list of values for "${name}"` })
    return []
  }
  return value.items.flatMap((item) => (item.kind === 'scalar' && item.value !== null ? [item.value] : []))
}

/** Front matter with one drawing's values put in. */
export function readHeader(text: string, line: number, seed: number, values: Values, problems: Problem[]): Header | undefined {
  const map = readYaml(text, line, problems, values)
  if (map.entries.size === 0) return undefined
  const reader = new MapReader(map, 'front matter', keys, problems)
  reader.require('title', 'kind', 'minutes', 'skills')
  const kind = readKind(reader, problems)
  const role = reader.oneOf('role', roles) ?? 'practice'
  const language = kind === undefined ? undefined : readSubject(reader, kind, problems)
  if (kind === undefined || language === undefined) return undefined
  if (kinds[kind].hasWorld) reader.require('world')
  checkKeys(reader, kind, problems)
  const world = worldOf(reader, seed, problems)
  return {
    title: readTitle(reader, problems),
    kind,
    role,
    language,
    minutes: reader.number('minutes') ?? 0,
    skills: reader.texts('skills') ?? [],
    world,
    mutators: readMutators(reader, problems),
    ...readCompared(reader, kind, problems),
    par: readPar(reader.child('par'), problems),
    differ: reader.oneOf('differ', differs) ?? 'either',
    fixed: readFixed(reader, problems),
    nights: kind === 'alarm' ? readNights(reader, problems) : [],
    rules: readRules(reader.child('rules'), problems),
    moments: kind === 'predict-state' ? readMoments(reader, world, problems) : [],
    ...readMetrics(reader, problems),
    lines: { world: reader.lineOf('world'), mutators: (reader.list('hidden') ?? []).map((item) => item.line) },
  }
}

function readCompared(reader: MapReader, kind: ExerciseKind, problems: Problem[]): Pick<Header, 'compare' | 'alarm'> {
  const map = reader.child('compare')
  const alarm = readAlarmCompare(kind === 'alarm' ? map : undefined, problems)
  if (kind === 'alarm') return { compare: defaultCompare, alarm }
  return { compare: kind === 'panel' ? readTolerance(map, problems) : readCompare(map, problems), alarm }
}

function readFixed(reader: MapReader, problems: Problem[]): readonly AlarmMember[] {
  return (reader.texts('fixed') ?? []).flatMap((name) => {
    const member = alarmMembers.find((known) => known === name)
    if (member === undefined)
      problems.push({ line: reader.lineOf('fixed'), message: unknownWord('member of an alarm', name, alarmMembers) })
    return member === undefined ? [] : [member]
  })
}

/** `metrics:` of a choice: what its options speak of. */
function readMetrics(reader: MapReader, problems: Problem[]): Pick<Header, 'metrics'> {
  const map = reader.child('metrics')
  if (map === undefined) return {}
  const inner = new MapReader(map, 'metrics', ['namespace', 'dimensions'], problems)
  inner.require('namespace')
  return { metrics: { namespace: inner.text('namespace') ?? '', dimensions: dimensions(inner, problems) } }
}

/** `console:` names what `language:` does, by the screen it is looked at. */
const consoles: Readonly<Record<string, ExerciseSubject>> = {
  logs: 'filter-pattern',
  insights: 'insights',
  alarms: 'alarm',
  metrics: 'metrics',
}

/** A kind that can be about one thing only need not say so. */
function readSubject(reader: MapReader, kind: ExerciseKind, problems: Problem[]): ExerciseSubject | undefined {
  const { subjects } = kinds[kind]
  const isSilent = !reader.has('language') && !reader.has('console')
  if (isSilent && subjects.length > 1) problems.push({ line: reader.line, message: 'front matter needs "language" or "console"' })
  if (isSilent) return subjects.length > 1 ? undefined : subjects[0]
  const screens = Object.entries(consoles).filter(([, subject]) => subjects.includes(subject))
  const screen = reader.oneOf(
    'console',
    screens.map(([name]) => name),
  )
  return reader.oneOf('language', subjects) ?? (screen === undefined ? undefined : consoles[screen])
}

function readKind(reader: MapReader, problems: Problem[]): ExerciseKind | undefined {
  const written = reader.text('kind')
  if (written === undefined) return undefined
  const kind = Object.values(kinds).find((rules) => rules.kind === written)?.kind
  if (kind !== undefined) return kind
  const isToCome = kindsToCome.some((known) => known === written)
  const message = isToCome
    ? `the kind "${written}" has no grader yet`
    : unknownWord('kind', written, [...Object.keys(kinds), ...kindsToCome])
  problems.push({ line: reader.lineOf('kind'), message })
  return undefined
}

function checkKeys(reader: MapReader, kind: ExerciseKind, problems: Problem[]): void {
  const forbid = (key: string, why: string): void => {
    if (reader.has(key)) problems.push({ line: reader.lineOf(key), message: `"${key}" has no meaning in ${kind}: ${why}` })
  }
  const { without, keys: own } = kinds[kind]
  for (const [key, why] of Object.entries(without)) forbid(key, why)
  for (const key of ownKeys) if (!own.includes(key)) forbid(key, `only ${kindsWith(key)} ${whatItIs[key]}`)
  for (const key of neededKeys) if (own.includes(key)) reader.require(key)
}

const neededKeys: readonly OwnKey[] = ['nights', 'moments']

const kindsWith = (key: OwnKey): string => {
  const kind = Object.values(kinds).find((rules) => rules.keys.includes(key))?.kind ?? ''
  return `${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind}`
}

const whatItIs: Readonly<Record<OwnKey, string>> = {
  differ: 'has two programs',
  fixed: 'has members',
  nights: 'is tried on nights',
  rules: 'has rules',
  moments: 'asks for states',
  metrics: 'has options',
}

function readTitle(reader: MapReader, problems: Problem[]): string {
  const title = reader.text('title') ?? ''
  if (title.length >= 60)
    problems.push({ line: reader.lineOf('title'), message: `a title has fewer than 60 characters, this one ${title.length}` })
  return title
}

function worldOf(reader: MapReader, seed: number, problems: Problem[]): WorldSpec {
  const map = reader.child('world')
  return map === undefined ? { scenario: 'practice', seed, groups: ['/aws/lambda/practice'] } : readWorld(map, seed, problems)
}

function readMutators(reader: MapReader, problems: Problem[]): readonly Mutator[] {
  return (reader.list('hidden') ?? []).flatMap((item) => mutator(item, problems))
}

/** `- empty` or `- gap: 30m`. */
function mutator(item: Located, problems: Problem[]): readonly Mutator[] {
  if (item.kind === 'scalar' && typeof item.value === 'string') return [{ name: item.value }]
  const [pair, ...more] = item.kind === 'map' ? [...item.entries] : []
  if (pair !== undefined && more.length === 0 && pair[1].value.kind === 'scalar')
    return [{ name: pair[0], argument: String(pair[1].value.value) }]
  problems.push({ line: item.line, message: 'expected a mutator such as "one-row" or "gap: 30m"' })
  return []
}
