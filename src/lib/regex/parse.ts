// https://github.com/google/re2/wiki/Syntax
import type { Result } from '../text/diagnostic.ts'
import { Scanner } from '../text/scanner.ts'
import { characterSet, spaces } from './character-set.ts'
import { parseClass, parseShortClass, type ClassFlags } from './parse-class.ts'
import { parseEscapedCode } from './parse-escape.ts'
import { refuse, RegexProblem } from './problem.ts'
import type { RegexNode, RegexTree, Repeat } from './tree.ts'

type Flags = ClassFlags & { readonly multiline: boolean; readonly newline: boolean; readonly swapped: boolean }

type Reader = { readonly scanner: Scanner; flags: Flags; readonly groups: Map<string, number>; captures: number; depth: number }

const MAX_REPEAT = 1000
const MAX_DEPTH = 250

/** `spaces`: the characters that `\s` stands for, where a product has not RE2's. */
export type RegexOptions = { readonly ignoreCase?: boolean; readonly spaces?: string }

const flagsOf = ({ ignoreCase = false, spaces: own }: RegexOptions): Flags => ({
  fold: ignoreCase,
  spaces: own === undefined ? spaces : characterSet([...own].map((space) => [space.charCodeAt(0), space.charCodeAt(0)] as const)),
  multiline: false,
  newline: false,
  swapped: false,
})

/** Reads an expression whole or refuses it, as RE2 does. */
export function parseRegex(source: string, options: RegexOptions = {}): Result<RegexTree> {
  const flags = flagsOf(options)
  const reader: Reader = { scanner: new Scanner(source), flags, groups: new Map(), captures: 0, depth: 0 }
  try {
    const root = parseAlternation(reader)
    const { scanner } = reader
    if (!scanner.done)
      refuse(
        'regex/unexpected-parenthesis',
        scanner.at,
        scanner.at + 1,
        'there is no "(" for this ")"',
        'to look for a parenthesis itself, write \\)',
      )
    return { value: { root, groups: reader.groups } }
  } catch (cause) {
    if (cause instanceof RegexProblem) return { diagnostics: [cause.diagnostic] }
    throw cause
  }
}

// alternation = concat , { "|" , concat }
function parseAlternation(reader: Reader): RegexNode {
  const branches = [parseConcat(reader)]
  while (reader.scanner.eat('|')) branches.push(parseConcat(reader))
  const [only] = branches
  return branches.length === 1 && only !== undefined ? only : { kind: 'alternation', branches }
}

// concat = { atom , [ repetition ] }
function parseConcat(reader: Reader): RegexNode {
  const { scanner } = reader
  const parts: RegexNode[] = []
  while (!scanner.done && scanner.peek() !== '|' && scanner.peek() !== ')') {
    if (scanner.startsWith('\\Q')) parts.push(...parseQuoted(reader))
    else {
      refuseRepetition(scanner)
      const atom = parseAtom(reader)
      if (atom !== undefined) parts.push(parseRepetition(reader, atom))
    }
  }
  const [only] = parts
  if (only === undefined) return { kind: 'empty' }
  return parts.length === 1 ? only : { kind: 'concat', parts }
}

function refuseRepetition(scanner: Scanner): void {
  const from = scanner.at
  const operator = scanner.take(/[*+?]|\{\d*,?\d*\}/y)
  if (operator === '{}' || operator === '{,}') scanner.at = from
  else if (operator !== '') {
    refuse(
      'regex/nothing-to-repeat',
      from,
      scanner.at,
      `"${operator}" has nothing to repeat`,
      `to look for ${operator} itself, put a backslash before it`,
    )
  }
}

// repetition = ( "*" | "+" | "?" | "{" , [ m ] , [ "," , [ n ] ] , "}" ) , [ "?" ]
function parseRepetition(reader: Reader, body: RegexNode): RegexNode {
  const { scanner } = reader
  const from = scanner.at
  const counts = readCounts(scanner)
  if (counts === undefined) return body
  const lazy = scanner.eat('?') !== reader.flags.swapped
  const node: Repeat = { kind: 'repeat', body, ...counts, lazy }
  const ended = scanner.at
  if (readCounts(scanner) !== undefined) {
    refuse(
      'regex/double-repeat',
      from,
      scanner.at,
      `"${scanner.slice(from)}" repeats a repetition`,
      `"${scanner.text.slice(ended, scanner.at)}" needs a group before it: (?:...)`,
    )
  }
  refuseLargeCounts(node, from, scanner)
  return node
}

function readCounts(scanner: Scanner): { readonly min: number; readonly max: number } | undefined {
  if (scanner.eat('*')) return { min: 0, max: Infinity }
  if (scanner.eat('+')) return { min: 1, max: Infinity }
  if (scanner.eat('?')) return { min: 0, max: 1 }
  const from = scanner.at
  // AWS's filter patterns know {,n}; RE2 itself reads it as text
  const written = scanner.take(/\{(?:\d+,?\d*|,\d+)\}/y)
  if (written === '') return undefined
  const [low = '', high] = written.slice(1, -1).split(',')
  const min = low === '' ? 0 : Number(low)
  const max = high === undefined ? min : high === '' ? Infinity : Number(high)
  if (max < min) refuse('regex/repeat-count', from, scanner.at, `"${written}" asks for at least ${min} and at most ${max}`)
  return { min, max }
}

function refuseLargeCounts(node: Repeat, from: number, scanner: Scanner): void {
  if (repeated(node) <= MAX_REPEAT) return
  refuse(
    'regex/repeat-count',
    from,
    scanner.at,
    `"${scanner.slice(from)}" repeats more than ${MAX_REPEAT} times`,
    `RE2 repeats at most ${MAX_REPEAT} times, counting repetitions of repetitions`,
  )
}

/** How many copies of a character the counts in a tree ask for at most. */
function repeated(node: RegexNode): number {
  switch (node.kind) {
    case 'repeat': {
      const most = Math.max(node.min, node.max === Infinity ? 1 : node.max, 1)
      return most * repeated(node.body)
    }
    case 'group':
      return repeated(node.body)
    case 'concat':
      return Math.max(...node.parts.map(repeated))
    case 'alternation':
      return Math.max(...node.branches.map(repeated))
    default:
      return 1
  }
}

/** Undefined for `(?i)`, which is no atom. */
function parseAtom(reader: Reader): RegexNode | undefined {
  const { scanner, flags } = reader
  switch (scanner.peek()) {
    case '(':
      return parseGroup(reader)
    case '[':
      return parseClass(scanner, flags)
    case '\\':
      return parseEscape(reader)
  }
  const character = scanner.character()
  scanner.at += character.length
  if (character === '.') return { kind: 'any', newline: flags.newline }
  if (character === '^') return { kind: flags.multiline ? 'begin-line' : 'begin' }
  if (character === '$') return { kind: flags.multiline ? 'end-line' : 'end' }
  return literal(character, flags.fold)
}

const literal = (text: string, fold: boolean): RegexNode => ({ kind: 'literal', text, fold: fold && hasCase(text) })

const hasCase = (text: string): boolean => text.toLowerCase() !== text.toUpperCase()

// quoted = "\Q" , text , [ "\E" ]
function parseQuoted(reader: Reader): RegexNode[] {
  const { scanner, flags } = reader
  scanner.eat('\\Q')
  const ends = scanner.text.indexOf('\\E', scanner.at)
  const text = scanner.text.slice(scanner.at, ends < 0 ? undefined : ends)
  scanner.at = ends < 0 ? scanner.text.length : ends + 2
  const parts = [...text].map((character) => literal(character, flags.fold))
  const last = parts.pop()
  return last === undefined ? [] : [...parts, parseRepetition(reader, last)]
}

const assertions: Readonly<Record<string, RegexNode>> = {
  A: { kind: 'begin' },
  z: { kind: 'end' },
  b: { kind: 'boundary' },
  B: { kind: 'no-boundary' },
}

function parseEscape(reader: Reader): RegexNode {
  const { scanner, flags } = reader
  const letter = scanner.peek(1)
  const assertion = Object.hasOwn(assertions, letter) ? assertions[letter] : undefined
  if (assertion !== undefined) {
    scanner.at += 2
    return assertion
  }
  return parseShortClass(scanner, flags) ?? literal(String.fromCodePoint(parseEscapedCode(scanner)), flags.fold)
}

// group = "(" , [ "?:" | "?P<" , name , ">" | "?<" , name , ">" | "?" , flags , ":" ] , alternation , ")" | "(?" , flags , ")"
function parseGroup(reader: Reader): RegexNode | undefined {
  const { scanner } = reader
  const from = scanner.at
  refuseWhatRe2HasNot(scanner)
  scanner.eat('(')
  const isNamed = scanner.startsWith('?P<') || scanner.startsWith('?<')
  if (isNamed || !scanner.startsWith('?')) {
    reader.captures++
    if (isNamed) readName(reader, from)
    return parseBody(reader, from, true)
  }
  const outer = reader.flags
  const inner = parseFlags(reader, from)
  if (scanner.eat(')')) {
    reader.flags = inner
    return undefined
  }
  scanner.eat(':')
  reader.flags = inner
  const group = parseBody(reader, from, false)
  reader.flags = outer
  return group
}

const foreign: readonly (readonly [string, string])[] = [
  ['(?=', 'look-ahead'],
  ['(?!', 'negative look-ahead'],
  ['(?<=', 'look-behind'],
  ['(?<!', 'negative look-behind'],
  ['(?>', 'atomic group'],
  ['(?P=', 'back-reference'],
  ['(?#', 'comment'],
]

function refuseWhatRe2HasNot(scanner: Scanner): void {
  for (const [written, name] of foreign) {
    if (!scanner.startsWith(written)) continue
    const hint = name.includes('look') ? 'match what surrounds it as well, or use a second condition' : 'write it without'
    refuse('regex/not-in-re2', scanner.at, scanner.at + written.length, `${name} "${written}" is not in RE2`, hint)
  }
}

function readName(reader: Reader, from: number): void {
  const { scanner, groups } = reader
  scanner.take(/\?P?</y)
  const at = scanner.at
  const name = scanner.take(/[^>)]*/y)
  if (!/^[\p{L}\p{N}_]+$/u.test(name) || !scanner.eat('>')) {
    refuse(
      'regex/group-name',
      from,
      scanner.at,
      `expected a name and ">" after "${scanner.text.slice(from, at)}"`,
      'a name is letters, digits and underscores: (?<status>...)',
    )
  }
  if (groups.has(name)) refuse('regex/group-name', at, at + name.length, `two groups are called "${name}"`)
  groups.set(name, reader.captures)
}

function parseFlags(reader: Reader, from: number): Flags {
  const { scanner } = reader
  const written = scanner.take(/\?[a-zA-Z]*(?:-[a-zA-Z]+)?/y)
  if (!/^\?[imsU]*(?:-[imsU]+)?$/.test(written) || (written === '?' && scanner.peek() === ')') || !/[:)]/.test(scanner.peek())) {
    refuse(
      'regex/not-in-re2',
      from,
      scanner.at,
      `"${scanner.slice(from)}" does not begin a group`,
      'known are (?:...), (?<name>...) and the flags i, m, s, U as in (?i)',
    )
  }
  const [on = '', off = ''] = written.slice(1).split('-')
  const set = (letter: string, before: boolean): boolean => (off.includes(letter) ? false : on.includes(letter) || before)
  const { flags } = reader
  return {
    ...flags,
    fold: set('i', flags.fold),
    multiline: set('m', flags.multiline),
    newline: set('s', flags.newline),
    swapped: set('U', flags.swapped),
  }
}

function parseBody(reader: Reader, from: number, capture: boolean): RegexNode {
  const { scanner } = reader
  const outer = reader.flags
  reader.depth++
  if (reader.depth > MAX_DEPTH) refuse('regex/too-large', from, scanner.at, `groups stand more than ${MAX_DEPTH} deep in each other`)
  const body = parseAlternation(reader)
  if (!scanner.eat(')')) {
    refuse(
      'regex/unclosed-group',
      from,
      scanner.at,
      `expected ")" to close ${JSON.stringify(scanner.slice(from))}`,
      'to look for a parenthesis itself, write \\(',
    )
  }
  reader.depth--
  reader.flags = outer
  return { kind: 'group', capture, body }
}
