import { generalise } from './generalise.ts'
import { LineHash } from './lines/line-hash.ts'
import { LineLexer } from './lines/line-lexer.ts'
import { LineShape, type Common } from './lines/line-shape.ts'
import { patternOf, type Pattern } from './pattern.ts'
import type { Side } from './tally.ts'
import { ValueBudget } from './value-counts.ts'

/** Lines of more shapes than this are told apart by their number of words alone. */
const MOST_SHAPES = 5000

/** Where a line is in the histogram: `bucket` of `buckets`. */
export type TimeBuckets = { readonly count: number; bucket(time: number): number }

/**
 * Clusters lines into patterns, one line after the other. Each line is taken to its skeleton, in which tokens with digits are dynamic; which
 * words vary is decided when it is asked for the patterns, from all skeletons of a shape together.
 */
export class PatternClusterer {
  private readonly buckets: TimeBuckets
  private readonly lexer = new LineLexer()
  private readonly common: Common
  private readonly shapes = new Map<number, LineShape>()

  constructor(buckets: TimeBuckets) {
    this.buckets = buckets
    this.common = { hash: new LineHash(), budget: new ValueBudget(), buckets: buckets.count }
  }

  add(text: string, row: number, time: number, side: Side = 'current'): void {
    const { lexer } = this
    lexer.read(text)
    const skeleton = this.shapeOf().skeletonOf(lexer)
    skeleton.tally.add(row, time, this.buckets.bucket(time), side)
    for (let at = 0; at < lexer.count; at++) skeleton.values[at]?.add(text, lexer.starts[at] ?? 0, lexer.ends[at] ?? 0)
  }

  /** The most frequent first; equal ones by their text. */
  patterns(): readonly Pattern[] {
    const patterns = [...this.shapes.values()].flatMap((shape) => generalise(shape, this.common.budget).map(patternOf))
    return patterns.sort((left, right) => right.count - left.count || right.baseline - left.baseline || (left.text < right.text ? -1 : 1))
  }

  private shapeOf(): LineShape {
    const { lexer, shapes } = this
    const { hash } = this.common
    const known = shapes.get(hash.shapeOf(lexer))
    if (known !== undefined) return known
    if (shapes.size >= MOST_SHAPES) lexer.readCoarse(lexer.text)
    const key = hash.shapeOf(lexer)
    const found = shapes.get(key) ?? new LineShape(lexer, this.common)
    shapes.set(key, found)
    return found
  }
}
