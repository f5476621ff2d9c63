import { never } from '../invariant.ts'
import { complement, everything, foldAscii, intersects, union, type CharacterSet } from './character-set.ts'
import type { CharacterClass, Literal, RegexNode, Repeat } from './tree.ts'

/** A bound that grows with the text: `factor * length ** power`. */
export type Bound = { readonly factor: number; readonly power: number }

const one: Bound = { factor: 1, power: 0 }
const line: Bound = { factor: 1, power: 1 }
const times = (left: Bound, right: Bound): Bound => ({ factor: left.factor * right.factor, power: left.power + right.power })
const plus = (left: Bound, right: Bound): Bound => ({ factor: left.factor + right.factor, power: Math.max(left.power, right.power) })

/** `ways`: in how many ways a part is passed from one place; `steps`: what trying them all takes. */
type Effort = { readonly ways: Bound; readonly steps: Bound }

/** What may come next: `first` where a character must, `ends` where the text may end as well, `accepts` where the match is done. */
type Follow = { readonly first: CharacterSet; readonly accepts: boolean }

/**
 * How long a backtracking engine may search a text of some length, at most; undefined where nothing is proved or where
 * the two engines could find different groups. A quantifier whose next character cannot be one of its own is passed in
 * one way, however often it gives back.
 */
export function boundSearch(root: RegexNode): Bound | undefined {
  if (!isProvable(root, false)) return undefined
  const { steps } = effort(root, { first: [], accepts: true })
  return startsAtBegin(root) ? steps : times(steps, line)
}

function isProvable(node: RegexNode, repeated: boolean): boolean {
  switch (node.kind) {
    case 'literal':
      return !node.fold || /^[A-Za-z]$/.test(node.text)
    case 'class':
      return !node.fold
    case 'group':
      return isProvable(node.body, repeated)
    case 'concat':
      return node.parts.every((part) => isProvable(part, repeated))
    case 'alternation':
      return !repeated && node.branches.every((branch) => isProvable(branch, repeated))
    case 'repeat':
      return !repeated && !isNullable(node.body) && isProvable(node.body, repeated || node.max > 1)
    default:
      return true
  }
}

function effort(node: RegexNode, follow: Follow): Effort {
  switch (node.kind) {
    case 'concat':
      return effortOfParts(node.parts, follow)
    case 'group':
      return effort(node.body, follow)
    case 'alternation':
      return node.branches
        .map((branch) => effort(branch, follow))
        .reduce((left, right) => ({ ways: plus(left.ways, right.ways), steps: plus(left.steps, right.steps) }))
    case 'repeat':
      return effortOfRepeat(node, follow)
    default:
      return { ways: one, steps: one }
  }
}

function effortOfParts(parts: readonly RegexNode[], follow: Follow): Effort {
  let ways = one
  let steps = one
  for (const [at, part] of parts.entries()) {
    const found = effort(part, followOf(parts.slice(at + 1), follow))
    steps = plus(steps, times(ways, found.steps))
    ways = times(ways, found.ways)
  }
  return { ways, steps }
}

function effortOfRepeat(node: Repeat, follow: Follow): Effort {
  const inner = effort(node.body, { first: everything, accepts: false })
  const choices: Bound = node.max === Infinity ? line : { factor: node.max - node.min + 1, power: 0 }
  const steps = times(inner.steps, node.max === Infinity ? line : { factor: Math.max(1, node.max), power: 0 })
  const isSingle = inner.ways.power === 0 && inner.ways.factor === 1
  const isSettled = isSingle && (follow.accepts || !intersects(firstOf(node.body), follow.first))
  return { ways: isSettled ? one : times(inner.ways, choices), steps }
}

/** What can stand behind a part: the first characters of what comes, up to the first part that needs one. */
function followOf(rest: readonly RegexNode[], follow: Follow): Follow {
  let first: CharacterSet = []
  for (const part of rest) {
    first = union(first, firstOf(part))
    if (!isNullable(part)) return { first, accepts: false }
  }
  return { first: union(first, follow.first), accepts: follow.accepts && rest.length === 0 }
}

function isNullable(node: RegexNode): boolean {
  switch (node.kind) {
    case 'literal':
    case 'class':
    case 'any':
      return false
    case 'group':
      return isNullable(node.body)
    case 'concat':
      return node.parts.every(isNullable)
    case 'alternation':
      return node.branches.some(isNullable)
    case 'repeat':
      return node.min === 0 || isNullable(node.body)
    default:
      return true
  }
}

/** The characters a match of this part can begin with. */
function firstOf(node: RegexNode): CharacterSet {
  switch (node.kind) {
    case 'literal':
      return firstOfLiteral(node)
    case 'class':
      return firstOfClass(node)
    case 'any':
      return node.newline ? everything : complement([10, 10])
    case 'group':
    case 'repeat':
      return firstOf(node.body)
    case 'concat':
      return followOf(node.parts, { first: [], accepts: false }).first
    case 'alternation':
      return union(...node.branches.map(firstOf))
    case 'empty':
    case 'begin':
    case 'end':
    case 'begin-line':
    case 'end-line':
    case 'boundary':
    case 'no-boundary':
      return []
    default:
      return never(node)
  }
}

function firstOfLiteral({ text, fold }: Literal): CharacterSet {
  const point = text.codePointAt(0) ?? 0
  return fold ? foldAscii([point, point]) : [point, point]
}

const firstOfClass = (node: CharacterClass): CharacterSet =>
  node.fold || node.properties.length > 0 ? everything : node.negated ? complement(node.set) : node.set

function startsAtBegin(node: RegexNode): boolean {
  if (node.kind === 'begin') return true
  if (node.kind === 'group') return startsAtBegin(node.body)
  if (node.kind === 'alternation') return node.branches.every(startsAtBegin)
  return node.kind === 'concat' && node.parts[0] !== undefined && startsAtBegin(node.parts[0])
}

/** The longest text that every match holds, '' where there is none. */
export function requiredLiteral(root: RegexNode): string {
  const runs: string[] = ['']
  collectRuns(root, runs)
  return runs.reduce((longest, run) => (run.length > longest.length ? run : longest))
}

/** Appends to the last run what must stand there, and begins a new one where something else may. */
function collectRuns(node: RegexNode, runs: string[]): void {
  const last = runs.length - 1
  if (node.kind === 'literal' && !node.fold) runs[last] += node.text
  else if (node.kind === 'concat') for (const part of node.parts) collectRuns(part, runs)
  else if (node.kind === 'group') collectRuns(node.body, runs)
  else if (node.kind === 'repeat' && node.min > 0) {
    collectRuns(node.body, runs)
    if (node.max !== 1) runs.push('')
  } else if (!widthless.has(node.kind)) runs.push('')
}

const widthless = new Set<RegexNode['kind']>(['empty', 'begin', 'end', 'begin-line', 'end-line', 'boundary', 'no-boundary'])

/** The text itself, where the expression is nothing but text. */
export function onlyLiteral(root: RegexNode): string | undefined {
  if (root.kind === 'literal') return root.fold ? undefined : root.text
  if (root.kind !== 'concat') return undefined
  const parts = root.parts.map(onlyLiteral)
  return parts.includes(undefined) ? undefined : parts.join('')
}

/** A text that is searched for in bytes; `fold`: in either case of ASCII letters, `text` in small ones. */
export type RequiredText = { readonly text: string; readonly fold: boolean }

const MOST_BRANCHES = 8
const SHORTEST = 3

/** Every match holds one of these texts; none where that is not known. */
export function requiredTexts(node: RegexNode): readonly RequiredText[] {
  if (node.kind === 'alternation') {
    const found = node.branches.map(requiredTexts)
    return found.some(({ length }) => length === 0) || found.flat().length > MOST_BRANCHES ? [] : found.flat()
  }
  if (node.kind === 'group') return requiredTexts(node.body)
  if (node.kind === 'repeat') return node.min > 0 ? requiredTexts(node.body) : []
  const longest = longestRun(node)
  if (longest.text.length >= SHORTEST || node.kind !== 'concat') return longest.text === '' ? [] : [longest]
  return node.parts.map(requiredTexts).find(({ length }) => length > 0) ?? []
}

/** The longest run of single characters of one kind. */
function longestRun(node: RegexNode): RequiredText {
  let best: RequiredText = { text: '', fold: false }
  let run = best
  for (const part of node.kind === 'concat' ? node.parts : [node]) {
    const isPlain = part.kind === 'literal' && (!part.fold || (part.text.codePointAt(0) ?? 128) < 128)
    // beyond ASCII, k and s have a third form each
    if (!isPlain || (part.fold && /[ks]/i.test(part.text))) {
      run = { text: '', fold: false }
      continue
    }
    const text = part.fold ? part.text.toLowerCase() : part.text
    // with both kinds in a run, one is searched in either case: then no capital may be meant by itself
    const canJoin = run.text === '' || run.fold === part.fold || !/[a-zA-Z]/.test(part.fold ? run.text : text)
    run = canJoin ? { text: run.text + text, fold: run.fold || part.fold } : { text, fold: part.fold }
    if (run.text.length > best.text.length) best = run
  }
  return best
}
