import type { LineHash } from './line-hash.ts'
import { blankOf, FIXED, VALUE, type LineLexer } from './line-lexer.ts'
import { isLevelKey, severityOf, type Severity } from './line-words.ts'
import { Tally } from '../tally.ts'
import { ValueCounts, type ValueBudget } from '../value-counts.ts'

/** A place in a shape: its kind, and the word where it is always the same. */
export type Place = { readonly kind: number; readonly word: string | undefined }

/** Lines of one shape whose words are the same wherever a word is not dynamic; a dynamic place has its values instead of a word. */
export type Skeleton = {
  readonly words: readonly (string | undefined)[]
  readonly values: readonly (ValueCounts | undefined)[]
  readonly tally: Tally
}

/** A place of text with more different words than this is dynamic for good. */
const MOST_WORDS = 256
/** The value of a key with no more than this: `status: ok` and `status: failed` are two kinds, the twelve branches are one. */
const MOST_VALUES = 2
/** A shape with more skeletons than this gives up its most varied place. */
const MOST_SKELETONS = 4096

const valuesIn = (words: readonly (string | undefined)[]): number => words.filter((word) => word === undefined).length

/** What all shapes of a clustering share. */
export type Common = { readonly hash: LineHash; readonly budget: ValueBudget; readonly buckets: number }

/** Lines that agree in the number of their tokens and in all that stands between them. */
export class LineShape {
  /** What stands before each token, and behind the last. */
  readonly between: readonly string[]
  readonly places: readonly Place[]
  readonly severity: Severity
  private readonly common: Common
  private readonly isFree: Uint8Array
  private readonly seen: readonly Set<string>[]
  private skeletonsByHash = new Map<number, Skeleton>()

  constructor(line: LineLexer, common: Common) {
    const indices = Array.from({ length: line.count }, (_, at) => at)
    this.between = betweenTokens(line)
    this.places = indices.map((at) => {
      const kind = line.kinds[at] ?? 0
      return { kind, word: kind === FIXED && line.dynamic[at] === 0 ? line.token(at) : undefined }
    })
    this.severity = severityOfLine(line, this.between)
    this.common = common
    this.isFree = new Uint8Array(line.count)
    this.seen = indices.map(() => new Set())
  }

  get skeletons(): readonly Skeleton[] {
    return [...this.skeletonsByHash.values()]
  }

  skeletonOf(line: LineLexer): Skeleton {
    const known = this.skeletonsByHash.get(this.common.hash.wordsOf(line, this.isFree))
    if (known !== undefined) return known
    const made = this.make(this.places.map((_, at) => (line.dynamic[at] === 1 || this.isFree[at] === 1 ? undefined : line.token(at))))
    const tooVaried = this.tooVaried()
    if (tooVaried === undefined) return made
    this.free(tooVaried)
    return this.skeletonOf(line)
  }

  private make(words: readonly (string | undefined)[]): Skeleton {
    words.forEach((word, at) => {
      if (word !== undefined && this.places[at]?.word === undefined) this.seen[at]?.add(word)
    })
    const values = words.map((word) => (word === undefined ? new ValueCounts(this.common.budget) : undefined))
    this.common.budget.take(valuesIn(words))
    const made = { words, values, tally: new Tally(this.common.buckets) }
    this.skeletonsByHash.set(this.common.hash.wordsIn(words), made)
    return made
  }

  private tooVaried(): number | undefined {
    const most = this.seen.map((seen, at) =>
      this.isFree[at] === 1 ? 0 : seen.size / (this.places[at]?.kind === VALUE ? MOST_VALUES : MOST_WORDS),
    )
    const varied = Math.max(...most)
    if (varied > 1 || (varied > 0 && this.skeletonsByHash.size > MOST_SKELETONS)) return most.indexOf(varied)
    return undefined
  }

  /** Any word may stand there from now on: skeletons that differed only there are one. */
  private free(place: number): void {
    this.isFree[place] = 1
    this.seen[place]?.clear()
    const skeletons = this.skeletonsByHash
    this.skeletonsByHash = new Map()
    for (const skeleton of skeletons.values()) {
      this.common.budget.giveBack(valuesIn(skeleton.words))
      const words = skeleton.words.with(place, undefined)
      pour(skeleton, this.skeletonsByHash.get(this.common.hash.wordsIn(words)) ?? this.make(words))
    }
  }
}

/** Adds what one skeleton has counted to another, which has values wherever the words differ. */
export function pour(from: Skeleton, into: Pick<Skeleton, 'values' | 'tally'>): void {
  into.tally.merge(from.tally)
  into.values.forEach((values, at) => {
    const given = from.values[at]
    const word = from.words[at]
    if (given !== undefined) values?.merge(given)
    else if (word !== undefined) values?.add(word, 0, word.length, from.tally.lines)
  })
}

/** A run of blanks is its first one: columns that are filled up to a width do not make shapes. */
function betweenTokens(line: LineLexer): readonly string[] {
  return Array.from({ length: line.count + 1 }, (_, at) => {
    const from = at === 0 ? 0 : (line.ends[at - 1] ?? 0)
    const to = at === line.count ? line.end : (line.starts[at] ?? 0)
    return line.text.slice(from, to).replace(blanks, firstBlank)
  })
}

// eslint-disable-next-line no-control-regex
const blanks = /[\0-\x20\x7f\xa0\u2028]+/g
const firstBlank = (run: string): string => String.fromCharCode(blankOf(run.charCodeAt(0)))

/** By the value of a level key, else by a level in capitals or in front of a delimiter, the first there is. */
function severityOfLine(line: LineLexer, between: readonly string[]): Severity {
  let found: Severity | undefined
  for (let at = 0; at < line.count; at++) {
    const word = line.token(at)
    const severity = line.kinds[at] === FIXED ? severityOf(word) : undefined
    if (severity === undefined) continue
    if (at > 0 && isLevelKey(line.token(at - 1))) return severity
    const isMarked = word === word.toUpperCase() || /^[\]:>|]/.test(between[at + 1] ?? '')
    if (isMarked) found ??= severity
  }
  return found ?? 'NONE'
}
