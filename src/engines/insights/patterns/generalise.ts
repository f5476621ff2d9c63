import { TEXT } from './lines/line-lexer.ts'
import { pour, type LineShape, type Skeleton } from './lines/line-shape.ts'
import { Tally } from './tally.ts'
import { ValueCounts, type ValueBudget } from './value-counts.ts'

/** A word with no more different ones in its place than this stays apart, as a line of its own kind. */
const FEW_WORDS = 8
/** The same inside a sentence that is mostly fixed: `user … logged in`. */
const FEW_NAMES = 3

/** More sentences than this, hardly any of them said twice, are free text. */
const MANY_SENTENCES = 20

/** Skeletons as one: a word where they agree, values where they differ. */
export type Cluster = {
  readonly shape: LineShape
  readonly words: readonly (string | undefined)[]
  readonly values: readonly (ValueCounts | undefined)[]
  readonly tally: Tally
}

/** The clusters of a shape: which of its words vary is decided from all its lines together, so their order does not matter. */
export function generalise(shape: LineShape, budget: ValueBudget): readonly Cluster[] {
  const made: Cluster[] = []
  split({ shape, budget, made }, shape.skeletons, new Set())
  return made
}

type Splitting = { readonly shape: LineShape; readonly budget: ValueBudget; readonly made: Cluster[] }
type Variety = { readonly place: number; readonly words: ReadonlyMap<string | undefined, readonly Skeleton[]> }

/** Apart by the place with the fewest words, until what still varies varies widely. */
function split(splitting: Splitting, skeletons: readonly Skeleton[], open: ReadonlySet<number>): void {
  const { shape, made } = splitting
  const varieties = varietiesOf(shape, skeletons, open)
  const lines = skeletons.reduce((sum, { tally }) => sum + tally.lines, 0)
  const isWide = wideness(shape, skeletons, varieties, lines)
  const text = varieties.filter(({ place }) => shape.places[place]?.kind === TEXT)
  const values = varieties.filter(({ place }) => shape.places[place]?.kind !== TEXT)
  const divider = fewest(text.filter((variety) => !isWide(variety))) ?? fewest(values)
  if (divider === undefined) {
    made.push(joined(splitting, skeletons, new Set([...open, ...varieties.map(({ place }) => place)])))
    return
  }
  for (const part of divider.words.values()) split(splitting, part, open)
}

function varietiesOf(shape: LineShape, skeletons: readonly Skeleton[], open: ReadonlySet<number>): readonly Variety[] {
  const found: Variety[] = []
  for (let place = 0; place < shape.places.length; place++) {
    if (open.has(place) || shape.places[place]?.word !== undefined) continue
    const first = skeletons[0]?.words[place]
    if (skeletons.every(({ words }) => words[place] === first)) continue
    found.push({ place, words: byWord(skeletons, place) })
  }
  return found
}

function byWord(skeletons: readonly Skeleton[], place: number): ReadonlyMap<string | undefined, readonly Skeleton[]> {
  const words = new Map<string | undefined, Skeleton[]>()
  for (const skeleton of skeletons) {
    const known = words.get(skeleton.words[place])
    if (known === undefined) words.set(skeleton.words[place], [skeleton])
    else known.push(skeleton)
  }
  return words
}

/** Whether a place of running text varies so widely that its words are values: names in an otherwise fixed sentence, or free text. */
function wideness(
  shape: LineShape,
  skeletons: readonly Skeleton[],
  varieties: readonly Variety[],
  lines: number,
): (variety: Variety) => boolean {
  const text = varieties.filter(({ place }) => shape.places[place]?.kind === TEXT)
  const varying = text.length
  const sentences = new Set(skeletons.map((skeleton) => text.map(({ place }) => skeleton.words[place]).join(' '))).size
  const isFree = sentences > MANY_SENTENCES && sentences * 2 >= lines
  const words = shape.places.filter(({ kind }, place) => kind === TEXT && skeletons.some((skeleton) => skeleton.words[place] !== undefined))
  const fixed = words.length - varying
  return (variety) => {
    if (isFree) return true
    const different = variety.words.size
    if (different > FEW_WORDS) return fixed >= varying
    const isPath = shape.between[variety.place]?.endsWith('/') === true
    if (different > FEW_NAMES && !isPath) return fixed >= varying * 3
    return different > 2 && different * 2 > lines && fixed >= varying * 2
  }
}

function fewest(varieties: readonly Variety[]): Variety | undefined {
  let found: Variety | undefined
  for (const variety of varieties) if (found === undefined || variety.words.size < found.words.size) found = variety
  return found
}

function joined({ shape, budget }: Splitting, skeletons: readonly Skeleton[], open: ReadonlySet<number>): Cluster {
  const first = skeletons[0]
  const words = shape.places.map((_, place) => (open.has(place) ? undefined : first?.words[place]))
  const values = words.map((word) => (word === undefined ? new ValueCounts(budget) : undefined))
  const tally = new Tally(first?.tally.buckets.length ?? 0)
  for (const skeleton of skeletons) pour(skeleton, { values, tally })
  return { shape, words, values, tally }
}
