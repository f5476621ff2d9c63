import type { ExerciseKind, ExerciseLanguage } from '#grading/exercise.ts'
import { defaultCompare, type CompareOptions, type Differ, type Mutator, type RowsOption } from '#grading/marking.ts'
import type { WorldSpec } from '#lib/world-spec.ts'
import { MapReader, readYaml, unknownWord, type Located, type LocatedMap } from '../located-yaml.ts'
import type { Problem } from '../prose.ts'
import { readWorld } from '../world.ts'
import { kinds, kindsToCome } from './kinds.ts'

export type Values = Readonly<Record<string, string | number | boolean>>

export type Header = {
  readonly title: string
  readonly kind: ExerciseKind
  readonly role: 'example' | 'practice' | 'transfer'
  readonly minutes: number
  readonly skills: readonly string[]
  readonly language: ExerciseLanguage
  readonly world: WorldSpec
  readonly mutators: readonly Mutator[]
  readonly compare: CompareOptions
  readonly par: { readonly length?: number; readonly scanned?: number }
  readonly differ: Differ
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
  'differ',
] as const
const roles = ['example', 'practice', 'transfer'] as const
const languages: readonly ExerciseLanguage[] = ['filter-pattern', 'insights']
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
  const language = readLanguage(reader, problems)
  if (kind === undefined || language === undefined) return undefined
  if (kinds[kind].judged !== 'piece') reader.require('world')
  checkKeys(reader, kind, problems)
  return {
    title: readTitle(reader, problems),
    kind,
    role,
    language,
    minutes: reader.number('minutes') ?? 0,
    skills: reader.texts('skills') ?? [],
    world: worldOf(reader, seed, problems),
    mutators: readMutators(reader, problems),
    compare: readCompare(reader.child('compare'), problems),
    par: readPar(reader.child('par'), problems),
    differ: reader.oneOf('differ', differs) ?? 'either',
    lines: { world: reader.lineOf('world'), mutators: (reader.list('hidden') ?? []).map((item) => item.line) },
  }
}

const consoles: Readonly<Record<string, ExerciseLanguage>> = { logs: 'filter-pattern', insights: 'insights' }

function readLanguage(reader: MapReader, problems: Problem[]): ExerciseLanguage | undefined {
  if (!reader.has('language') && !reader.has('console'))
    problems.push({ line: reader.line, message: 'front matter needs "language" or "console"' })
  const console = reader.oneOf('console', Object.keys(consoles))
  return reader.oneOf('language', languages) ?? (console === undefined ? undefined : consoles[console])
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
  const { judged } = kinds[kind]
  if (judged === 'reading') forbid('hidden', 'a reading is judged on the world shown')
  if (judged === 'piece') forbid('hidden', 'it has no world')
  if (judged !== 'program') {
    forbid('compare', 'no results are compared')
    forbid('par', 'nothing is run')
  }
  if (kind !== 'construct') forbid('differ', 'only a construct has two programs')
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

const columnsOptions = ['by name', 'by position', 'at least'] as const

function readCompare(map: LocatedMap | undefined, problems: Problem[]): CompareOptions {
  if (map === undefined) return defaultCompare
  const reader = new MapReader(map, 'compare', ['rows', 'columns', 'tolerance', 'nulls'], problems)
  return {
    rows: readRows(reader, problems),
    columns: reader.oneOf('columns', columnsOptions) ?? defaultCompare.columns,
    tolerance: reader.number('tolerance') ?? defaultCompare.tolerance,
    nulls: reader.oneOf('nulls', ['equal', 'distinct']) ?? defaultCompare.nulls,
  }
}

function readRows(reader: MapReader, problems: Problem[]): RowsOption {
  const text = reader.text('rows')
  if (text === undefined || text === 'any order') return { kind: 'any order' }
  if (text === 'ordered') return { kind: 'ordered' }
  const found = /^(?:ordered|top (\d+)) by (.+?)( desc)?$/.exec(text)
  if (found?.[2] === undefined) {
    const known = ['any order', 'ordered', 'ordered by COLUMN', 'ordered by COLUMN desc', 'top N by COLUMN', 'top N by COLUMN desc']
    problems.push({ line: reader.lineOf('rows'), message: unknownWord('order of rows', text, known) })
    return { kind: 'any order' }
  }
  const order = { column: found[2], descending: found[3] !== undefined }
  return found[1] === undefined ? { kind: 'ordered by', ...order } : { kind: 'top', count: Number(found[1]), ...order }
}

function readPar(map: LocatedMap | undefined, problems: Problem[]): Header['par'] {
  if (map === undefined) return {}
  const reader = new MapReader(map, 'par', ['length', 'scanned'], problems)
  const length = reader.number('length')
  const scanned = readBytes(reader, problems)
  return { ...(length === undefined ? {} : { length }), ...(scanned === undefined ? {} : { scanned }) }
}

const byteUnits: Readonly<Record<string, number>> = { B: 1, kB: 1e3, MB: 1e6, GB: 1e9 }

function readBytes(reader: MapReader, problems: Problem[]): number | undefined {
  const text = reader.word('scanned')
  if (text === undefined) return undefined
  const found = /^(\d+(?:\.\d+)?)\s*(B|kB|MB|GB)$/.exec(text)
  const unit = byteUnits[found?.[2] ?? '']
  if (found !== null && unit !== undefined) return Number(found[1]) * unit
  problems.push({ line: reader.lineOf('scanned'), message: `expected a size such as 300 kB or 1 MB for "scanned", found "${text}"` })
  return undefined
}
