import { isAlias, isMap, isPair, isScalar, isSeq, LineCounter, parseDocument, type YAMLError } from 'yaml'
import { nearest } from '#lib/text/near.ts'
import type { Problem } from './prose.ts'

/** A YAML 1.2 value that remembers its line in the author's file. */
export type Located = LocatedScalar | LocatedList | LocatedMap
export type LocatedScalar = { readonly kind: 'scalar'; readonly line: number; readonly value: string | number | boolean | null }
type LocatedList = { readonly kind: 'list'; readonly line: number; readonly items: readonly Located[] }
export type LocatedMap = { readonly kind: 'map'; readonly line: number; readonly entries: ReadonlyMap<string, Entry> }
type Entry = { readonly line: number; readonly value: Located }

type Reading = {
  readonly lines: LineCounter
  readonly firstLine: number
  readonly problems: Problem[]
  readonly values: Readonly<Record<string, string | number | boolean>>
}

const quoteIt = 'quote it: a text that holds ": ", or begins with a backtick, a quote or a brace, stands in quotes'

/**
 * Reads a map; `values` are put in for `{{name}}`: alone in its quotes it keeps the value's own type, inside a text it becomes text.
 * What is wrong goes into `problems`, and what can be read is still given back.
 */
export function readYaml(
  text: string,
  firstLine: number,
  problems: Problem[],
  values: Readonly<Record<string, string | number | boolean>> = {},
): LocatedMap {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, version: '1.2', prettyErrors: false })
  const reading = { lines, firstLine, problems, values }
  for (const error of document.errors) problems.push({ line: lineAt(error.pos[0], reading), message: yamlMessage(error) })
  if (document.errors.length > 0) return { kind: 'map', line: firstLine, entries: new Map() }
  const read = locate(document.contents, reading)
  if (read.kind === 'map') return read
  if (!(read.kind === 'scalar' && read.value === null)) problems.push({ line: read.line, message: 'expected "key: value" lines' })
  return { kind: 'map', line: firstLine, entries: new Map() }
}

const lineAt = (offset: number, reading: Reading): number => reading.firstLine + Math.max(1, reading.lines.linePos(offset).line) - 1

const traps: readonly YAMLError['code'][] = [
  'BLOCK_AS_IMPLICIT_KEY',
  'BLOCK_IN_FLOW',
  'BAD_SCALAR_START',
  'UNEXPECTED_TOKEN',
  'MISSING_CHAR',
  'MULTILINE_IMPLICIT_KEY',
]

function yamlMessage(error: YAMLError): string {
  if (traps.includes(error.code)) return quoteIt
  if (error.code === 'DUPLICATE_KEY') return 'a key stands here twice'
  return (error.message.split('\n')[0] ?? '').replace(/^./, (first) => first.toLowerCase())
}

function locate(node: unknown, reading: Reading): Located {
  const line = lineOf(node, reading)
  if (isScalar(node)) return { kind: 'scalar', line, value: scalar(node.value, line, reading) }
  if (isSeq(node)) return { kind: 'list', line, items: node.items.map((item) => locate(item, reading)) }
  if (isMap(node)) return { kind: 'map', line, entries: entries(node.items, reading) }
  if (isAlias(node)) reading.problems.push({ line, message: 'anchors and aliases are not read; write the value out' })
  return { kind: 'scalar', line, value: null }
}

function entries(items: readonly unknown[], reading: Reading): ReadonlyMap<string, Entry> {
  const found = new Map<string, Entry>()
  for (const item of items) {
    if (!isPair(item)) continue
    const line = lineOf(item.key, reading)
    if (isScalar(item.key)) found.set(substitute(String(item.key.value), reading.values), { line, value: locate(item.value, reading) })
    else reading.problems.push({ line, message: quoteIt })
  }
  return found
}

const lineOf = (node: unknown, reading: Reading): number => {
  const range = isScalar(node) || isSeq(node) || isMap(node) || isAlias(node) ? node.range : undefined
  return range ? lineAt(range[0], reading) : reading.firstLine
}

function scalar(value: unknown, line: number, reading: Reading): LocatedScalar['value'] {
  if (typeof value === 'string') {
    const alone = /^\{\{([\w-]+)\}\}$/.exec(value)?.[1]
    const drawn = alone === undefined ? undefined : reading.values[alone]
    return drawn ?? substitute(value, reading.values)
  }
  if (typeof value === 'number' || typeof value === 'boolean' || value === null || value === undefined) return value ?? null
  reading.problems.push({ line, message: 'expected a text, a number, true or false' })
  return null
}

/** Puts drawn values in for `{{name}}`; other placeholders stay as they are. */
export const substitute = (text: string, values: Readonly<Record<string, string | number | boolean>>): string =>
  text.replace(/\{\{([\w-]+)\}\}/g, (whole, name: string) => String(values[name] ?? whole))

const names = { scalar: 'a value', list: 'a list', map: 'a map' } as const

/** Typed access to a map: each getter reports what does not fit, and gives undefined then. */
export class MapReader {
  readonly line: number
  private readonly map: LocatedMap
  private readonly what: string
  private readonly problems: Problem[]

  constructor(map: LocatedMap, what: string, known: readonly string[], problems: Problem[]) {
    this.map = map
    this.line = map.line
    this.what = what
    this.problems = problems
    for (const [key, entry] of map.entries) {
      if (!known.includes(key)) problems.push({ line: entry.line, message: unknownWord(`key in ${what}`, key, known) })
    }
  }

  has(key: string): boolean {
    return this.map.entries.has(key)
  }

  lineOf(key: string): number {
    return this.map.entries.get(key)?.line ?? this.map.line
  }

  text(key: string): string | undefined {
    const value = this.scalar(key)
    if (value === undefined) return undefined
    if (typeof value === 'string') return value
    return this.wrong(key, 'a text', value === null ? 'nothing' : `${value}: quote it`)
  }

  number(key: string): number | undefined {
    const value = this.scalar(key)
    if (value === undefined || typeof value === 'number') return value
    return this.wrong(key, 'a number', JSON.stringify(value))
  }

  /** A text or number, as text. */
  word(key: string): string | undefined {
    const value = this.scalar(key)
    return value === undefined || value === null ? undefined : String(value)
  }

  oneOf<Known extends string>(key: string, known: readonly Known[]): Known | undefined {
    const value = this.word(key)
    const found = known.find((word) => word === value)
    if (value !== undefined && found === undefined) this.problems.push({ line: this.lineOf(key), message: unknownWord(key, value, known) })
    return found
  }

  isList(key: string): boolean {
    return this.map.entries.get(key)?.value.kind === 'list'
  }

  list(key: string): readonly Located[] | undefined {
    const value = this.map.entries.get(key)?.value
    if (value === undefined || value.kind === 'list') return value?.items
    return this.wrong(key, 'a list', names[value.kind])
  }

  texts(key: string): readonly string[] | undefined {
    return this.list(key)?.flatMap((item) => {
      if (item.kind === 'scalar' && item.value !== null) return [String(item.value)]
      this.problems.push({ line: item.line, message: `expected a text in ${key}, found ${names[item.kind]}` })
      return []
    })
  }

  child(key: string): LocatedMap | undefined {
    const value = this.map.entries.get(key)?.value
    if (value === undefined || value.kind === 'map') return value
    return this.wrong(key, 'a map', names[value.kind])
  }

  require(...keys: readonly string[]): void {
    for (const key of keys) if (!this.has(key)) this.problems.push({ line: this.line, message: `${this.what} needs "${key}"` })
  }

  private scalar(key: string): LocatedScalar['value'] | undefined {
    const value = this.map.entries.get(key)?.value
    if (value === undefined || value.kind === 'scalar') return value?.value
    return this.wrong(key, 'a value', value.kind === 'map' ? 'a map: quote it, if it is a text' : names[value.kind])
  }

  private wrong(key: string, expected: string, found: string): undefined {
    this.problems.push({ line: this.lineOf(key), message: `expected ${expected} for "${key}", found ${found}` })
    return undefined
  }
}

/** `unknown kind "wirte"; did you mean "write"?` */
export function unknownWord(what: string, word: string, known: readonly string[]): string {
  const near = nearest(word, known)
  return `unknown ${what} "${word}"; ${near === undefined ? `known: ${known.join(', ')}` : `did you mean "${near}"?`}`
}
