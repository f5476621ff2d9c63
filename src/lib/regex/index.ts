import type { Result } from '../text/diagnostic.ts'
import type { TextRange } from '../text/text-range.ts'
import { chooseEngine, type EngineName } from './engine.ts'
import type { RequiredText } from './prove.ts'
import { parseRegex, type RegexOptions } from './parse.ts'

/** A product's regular expression, ready to run: RE2's meaning, in time that no text can blow up. */
export type Regex = {
  readonly names: readonly string[]
  /** Every match holds this text; '' where nothing is known. */
  readonly literal: string
  /** Every match holds one of these; none where nothing is known. */
  readonly needles: readonly RequiredText[]
  test(text: string): boolean
  /** The first match. */
  search(text: string): TextRange | undefined
  /** Every match, from left to right. */
  matches(text: string): Iterable<TextRange>
  /** The named groups of the first match; one that took no part is ''. */
  groups(text: string): Readonly<Record<string, string>> | undefined
  /** Every match replaced; `$1` and `${name}` stand for groups that there are. */
  replaceAll(text: string, replacement: string): string
  /** Which engine a text of this length meets. */
  engineFor(length: number): EngineName
}

export { loadRe2, loadRe2For } from './re2.ts'

/** Reads an expression of the RE2 family and proves how it may run; RE2 itself must have been loaded before it runs. */
export function compileRegex(source: string, options: RegexOptions = {}): Result<Regex> {
  const parsed = parseRegex(source, options)
  if ('diagnostics' in parsed) return parsed
  const { root, groups } = parsed.value
  const engine = chooseEngine(root)
  const pick = (found: readonly (string | undefined)[]): Readonly<Record<string, string>> =>
    Object.fromEntries([...groups].map(([name, index]) => [name, found[index] ?? '']))
  return {
    value: {
      names: [...groups.keys()],
      literal: engine.literal,
      needles: engine.needles,
      test: engine.test,
      search: engine.search,
      matches: engine.matches,
      groups: (text) => {
        const found = engine.match(text)
        return found === undefined ? undefined : pick(found.groups)
      },
      replaceAll: (text, replacement) => replaceAll(text, engine.matches(text), readReplacement(replacement, groups)),
      engineFor: engine.engineFor,
    },
  }
}

type Match = TextRange & { readonly groups: readonly (string | undefined)[] }

function replaceAll(text: string, matches: Iterable<Match>, replacement: (match: Match) => string): string {
  let written = ''
  let last = 0
  for (const match of matches) {
    written += text.slice(last, match.from) + replacement(match)
    last = match.to
  }
  return written + text.slice(last)
}

function readReplacement(replacement: string, names: ReadonlyMap<string, number>): (match: Match) => string {
  return (match) =>
    replacement.replace(/\$(?:(\d+)|\{(\w+)\})/g, (written: string, digits?: string, name?: string) => {
      const index = digits === undefined ? names.get(name ?? '') : Number(digits)
      return index === undefined || index >= match.groups.length ? written : (match.groups[index] ?? '')
    })
}
