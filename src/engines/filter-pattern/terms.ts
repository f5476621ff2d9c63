import type { TextRange } from '#lib/text/text-range.ts'
import type { RegexPattern, Terms } from '#languages/filter-pattern/ast.ts'
import { regexOf } from './compare.ts'
import { list, quote, type Explanation, type Pattern } from './pattern.ts'

const nothing = (): Readonly<Record<string, string>> => ({})

export const everyEvent: Pattern = {
  test: () => true,
  extract: nothing,
  explain: () => ({ matched: true, ranges: [], reason: 'an empty pattern matches every event' }),
}

/** Substrings; the optional ones count only where no other kind stands beside them. */
export function compileTerms({ terms }: Terms): Pattern {
  const of = (mode: string): readonly string[] => terms.filter((term) => term.mode === mode).map((term) => term.text)
  const all = of('plain')
  const none = of('excluded')
  const any = all.length + none.length > 0 ? [] : of('optional')
  const test = (message: string): boolean =>
    all.every((term) => message.includes(term)) &&
    !none.some((term) => message.includes(term)) &&
    (any.length === 0 || any.some((term) => message.includes(term)))
  return { test, extract: nothing, explain: (message) => explainTerms(message, all, any, none) }
}

function explainTerms(message: string, all: readonly string[], any: readonly string[], none: readonly string[]): Explanation {
  const missing = all.filter((term) => !message.includes(term))
  const unwanted = none.filter((term) => message.includes(term))
  const found = any.filter((term) => message.includes(term))
  if (missing.length > 0) return { matched: false, ranges: [], reason: `does not hold ${list(missing.map(quote), 'or')}` }
  if (unwanted.length > 0) {
    return {
      matched: false,
      ranges: occurrences(message, unwanted),
      reason: `holds ${list(unwanted.map(quote))}, which the pattern excludes`,
    }
  }
  if (any.length > 0 && found.length === 0) return { matched: false, ranges: [], reason: `holds none of ${list(any.map(quote))}` }
  const held = [...all, ...found]
  const without = none.length > 0 ? `does not hold ${list(none.map(quote), 'or')}` : ''
  const reason = [held.length > 0 ? `holds ${list(held.map(quote))}` : '', without].filter((part) => part !== '').join(' and ')
  return { matched: true, ranges: occurrences(message, held), reason }
}

/** Every occurrence, overlapping ones joined, in order. */
function occurrences(message: string, terms: readonly string[]): readonly TextRange[] {
  const found: TextRange[] = []
  for (const term of terms.filter((text) => text !== '')) {
    for (let from = message.indexOf(term); from >= 0; from = message.indexOf(term, from + term.length))
      found.push({ from, to: from + term.length })
  }
  return joinRanges(found)
}

export function joinRanges(ranges: readonly TextRange[]): readonly TextRange[] {
  const joined: TextRange[] = []
  for (const range of ranges.toSorted((left, right) => left.from - right.from)) {
    const last = joined.at(-1)
    if (last === undefined || range.from > last.to) joined.push(range)
    else joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, range.to) }
  }
  return joined
}

/** One regular expression over the whole message. */
export function compileRegexPattern({ regex }: RegexPattern): Pattern {
  const compiled = regexOf(regex)
  const explain = (message: string): Explanation => {
    const range = compiled.search(message)
    if (range === undefined) return { matched: false, ranges: [], reason: `%${regex.source}% finds nothing in it` }
    return { matched: true, ranges: [range], reason: `%${regex.source}% finds ${quote(message.slice(range.from, range.to))}` }
  }
  return { test: compiled.test, extract: nothing, explain }
}
