import type { Regex } from '#lib/regex/index.ts'
import type { TextRange } from '#lib/text/text-range.ts'
import { identifiers } from './identifiers.ts'

/** A managed identifier by its name, or somebody's own regular expression. */
export type DataPattern = { readonly managed: string } | { readonly name: string; readonly regex: Regex }

/** What was found: whose it is, and where. */
export type Finding = { readonly name: string; readonly range: TextRange }

const NEAR = 30

export const managedIdentifiers: readonly string[] = Object.keys(identifiers)

/** Finds sensitive data in texts; patterns in the order given. */
export function createDetector(patterns: readonly DataPattern[]): (text: string) => readonly Finding[] {
  const finders = patterns.map((pattern) =>
    'managed' in pattern ? managedFinder(pattern.managed) : ownFinder(pattern.name, pattern.regex),
  )
  return (text) => finders.flatMap((find) => find(text))
}

/** A text with every character of what was found as an asterisk. */
export function hide(text: string, findings: readonly Finding[]): string {
  if (findings.length === 0) return text
  let hidden = ''
  let last = 0
  for (const { from, to } of findings.map(({ range }) => range).sort((left, right) => left.from - right.from)) {
    if (to <= last) continue
    const begin = Math.max(from, last)
    hidden += text.slice(last, begin) + '*'.repeat(to - begin)
    last = to
  }
  return hidden + text.slice(last)
}

type Finder = (text: string) => readonly Finding[]

const ownFinder =
  (name: string, regex: Regex): Finder =>
  (text) =>
    Array.from(regex.matches(text), ({ from, to }) => ({ name, range: { from, to } }))

function managedFinder(name: string): Finder {
  const identifier = Object.hasOwn(identifiers, name) ? identifiers[name] : undefined
  if (identifier === undefined) throw new Error(`cannot look for "${name}": there is no such data identifier`)
  const { pattern, part, keywords } = identifier
  const isNamed = keywords === undefined ? undefined : keywordTest(keywords)
  return (text) => {
    const found: Finding[] = []
    for (const match of text.matchAll(pattern)) {
      const meant = part === undefined ? { from: 0, to: match[0].length } : part(match[0])
      if (meant === undefined) continue
      const range = { from: match.index + meant.from, to: match.index + meant.to }
      if (isNamed === undefined || isNamed(text.slice(Math.max(0, range.from - NEAR), range.from), text.slice(range.to, range.to + NEAR)))
        found.push({ name, range })
    }
    return found
  }
}

/** A keyword's blank may be missing, an underscore or a hyphen; `cardNumber` is two words. */
function keywordTest(keywords: readonly string[]): (...sides: readonly string[]) => boolean {
  const texts = keywords.map((keyword) =>
    keyword
      .toLowerCase()
      .replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
      .replaceAll(/[ _-]/g, '[ _-]?'),
  )
  const test = new RegExp(`(?<![a-z0-9])(?:${texts.join('|')})(?![a-z0-9])`)
  return (...sides) =>
    sides.some((side) =>
      test.test(
        side
          .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
          .replaceAll('_', ' ')
          .toLowerCase(),
      ),
    )
}
