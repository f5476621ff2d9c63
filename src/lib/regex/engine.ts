import type { TextRange } from '../text/text-range.ts'
import { printRegex } from './print.ts'
import { boundSearch, onlyLiteral, requiredLiteral, requiredTexts, type RequiredText } from './prove.ts'
import { re2 as re2Engine } from './re2.ts'
import type { RegexNode } from './tree.ts'

export type EngineName = 'literal' | 'native' | 're2'

type Match = TextRange & { readonly groups: readonly (string | undefined)[] }

export type Engine = {
  readonly literal: string
  readonly needles: readonly RequiredText[]
  test(text: string): boolean
  search(text: string): TextRange | undefined
  match(text: string): Match | undefined
  matches(text: string): Iterable<Match>
  engineFor(length: number): EngineName
}

/** What a backtracking search may take at most, in steps; a tenth of a second at the worst. */
const NATIVE_STEPS = 1e7

/** The required text is looked for first; then the native engine where the bound holds for this text, RE2 elsewhere. */
export function chooseEngine(root: RegexNode): Engine {
  const literal = requiredLiteral(root)
  const whole = onlyLiteral(root)
  const bound = boundSearch(root)
  const native = bound === undefined ? undefined : createNative(root)
  const re2 = lazily(() => createRe2(root))
  const longest = bound === undefined ? -1 : Math.floor((NATIVE_STEPS / bound.factor) ** (1 / Math.max(1, bound.power)))
  const matcherFor = (text: string): Matcher => (native !== undefined && text.length <= longest ? native : re2())
  const lacks = (text: string): boolean => literal !== '' && !text.includes(literal)
  return {
    literal,
    needles: requiredTexts(root),
    test: whole === undefined ? (text) => !lacks(text) && matcherFor(text).test(text) : (text) => text.includes(whole),
    search:
      whole === undefined ? (text) => (lacks(text) ? undefined : range(matcherFor(text).match(text, 0))) : (text) => find(text, whole),
    match: (text) => (lacks(text) ? undefined : matcherFor(text).match(text, 0)),
    matches: (text) => (lacks(text) ? [] : allMatches(matcherFor(text), text)),
    engineFor: (length) => (whole !== undefined ? 'literal' : length <= longest ? 'native' : 're2'),
  }
}

const range = (match: Match | undefined): TextRange | undefined => (match === undefined ? undefined : { from: match.from, to: match.to })

const find = (text: string, literal: string): TextRange | undefined => {
  const from = text.indexOf(literal)
  return from < 0 ? undefined : { from, to: from + literal.length }
}

type Matcher = { test(text: string): boolean; match(text: string, from: number): Match | undefined }

function createNative(root: RegexNode): Matcher {
  const tester = new RegExp(printRegex(root, 'native'), 'u')
  const finder = new RegExp(printRegex(root, 'native'), 'ug')
  return {
    test: (text) => tester.test(text),
    match: (text, from) => {
      finder.lastIndex = from
      const found = finder.exec(text)
      return found === null ? undefined : { from: found.index, to: found.index + found[0].length, groups: [...found] }
    },
  }
}

function createRe2(root: RegexNode): Matcher {
  const compiled = re2Engine().compile(printRegex(root, 're2'))
  const count = compiled.groupCount()
  return {
    test: (text) => compiled.test(text),
    match: (text, from) => {
      const matcher = compiled.matcher(text)
      if (!matcher.find(from)) return undefined
      const groups = Array.from({ length: count + 1 }, (_, group) => matcher.group(group) ?? undefined)
      return { from: matcher.start(), to: matcher.end(), groups }
    },
  }
}

/** From left to right; an empty match right behind the last one does not count, as RE2's replace has it. */
function* allMatches(matcher: Matcher, text: string): Iterable<Match> {
  let last = -1
  for (let from = 0; from <= text.length;) {
    const found = matcher.match(text, from)
    if (found === undefined) return
    const isEmpty = found.to === found.from
    if (!isEmpty || found.from !== last) yield found
    last = found.to
    from = isEmpty ? found.to + (String.fromCodePoint(text.codePointAt(found.to) ?? 0).length || 1) : found.to
  }
}

function lazily<T>(create: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => (made ??= { value: create() }).value
}
