/** So many different values of a token are counted, as long as there are few tokens. */
const MOST_VALUES = 128
const FEWEST_VALUES = 8
/** All tokens together hold about as many. */
const ALL_VALUES = 1 << 18

/** How many values each token may hold: the fewer, the more tokens there are. */
export class ValueBudget {
  most = MOST_VALUES
  private tokens = 0

  take(tokens: number): void {
    this.tokens += tokens
    while (this.most > FEWEST_VALUES && this.tokens * this.most > ALL_VALUES) this.most /= 2
  }

  giveBack(tokens: number): void {
    this.tokens -= tokens
  }
}

const START = 0x811c9dc5
const PRIME = 0x01000193

export function hashText(text: string, start: number, end: number): number {
  let hash = START
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), PRIME)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return (hash ^ (hash >>> 13)) >>> 0
}

/**
 * The values of a dynamic token. When there are more than it can hold it halves the hashes it takes; what it holds it has counted from the
 * first on, so neither values nor counts depend on the order in which they came.
 */
export class ValueCounts {
  private readonly counts = new Map<string, number>()
  private readonly budget: ValueBudget
  private ceiling = 0x100000000

  constructor(budget: ValueBudget) {
    this.budget = budget
  }

  /** How many different values there are, estimated where not all are held. */
  get distinct(): number {
    return (this.counts.size * 0x100000000) / this.ceiling
  }

  add(text: string, start: number, end: number, count = 1): void {
    const hash = hashText(text, start, end)
    if (hash >= this.ceiling) return
    const value = text.slice(start, end)
    this.counts.set(value, (this.counts.get(value) ?? 0) + count)
    if (this.counts.size > this.budget.most) this.fit()
  }

  merge(other: ValueCounts): void {
    if (other.ceiling < this.ceiling) this.lower(other.ceiling)
    for (const [value, count] of other.counts) this.add(value, 0, value.length, count)
  }

  /** The most frequent first; equal ones by their text. */
  ranked(): readonly (readonly [string, number])[] {
    this.fit()
    return [...this.counts].sort(([left, leftCount], [right, rightCount]) => rightCount - leftCount || (left < right ? -1 : 1))
  }

  private fit(): void {
    while (this.counts.size > this.budget.most) this.lower(this.ceiling / 2)
  }

  private lower(ceiling: number): void {
    this.ceiling = ceiling
    for (const value of this.counts.keys()) if (hashText(value, 0, value.length) >= ceiling) this.counts.delete(value)
  }
}
