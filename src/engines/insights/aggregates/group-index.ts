import type { Value } from '#languages/insights/function-entry.ts'
import type { Reader } from '../reader.ts'
import { KeyCoder } from './key-coder.ts'

/** Which group a row belongs to: one for each combination of key values. */
export class GroupIndex {
  private readonly coders: readonly KeyCoder[]
  private readonly pairs: readonly PairIndex[]
  private hasRows = false
  private rights = new Uint32Array(0)

  constructor(keys: readonly Reader[]) {
    this.coders = keys.map((key) => new KeyCoder(key))
    this.pairs = keys.slice(1).map(() => new PairIndex())
  }

  get size(): number {
    const last = this.pairs.at(-1)
    if (last !== undefined) return last.size
    return this.coders[0]?.values.length ?? (this.hasRows ? 1 : 0)
  }

  group(row: number): number {
    this.hasRows = true
    const [first] = this.coders
    if (first === undefined) return 0
    let group = first.code(row)
    for (let at = 0; at < this.pairs.length; at++) group = this.pairs[at]?.number(group, this.coders[at + 1]?.code(row) ?? 0) ?? 0
    return group
  }

  /** `group` of each of the rows. */
  groups(rows: Uint32Array, count: number, into: Uint32Array): void {
    if (count === 0) return
    this.hasRows = true
    const [first, ...rest] = this.coders
    if (first === undefined) return void into.fill(0, 0, count)
    first.codes(rows, count, into)
    for (const [at, coder] of rest.entries()) {
      if (this.rights.length < count) this.rights = new Uint32Array(count)
      coder.codes(rows, count, this.rights)
      this.pairs[at]?.numbers(into, this.rights, count)
    }
  }

  /** The value of the key in that group. */
  key(group: number, key: number): Value {
    const prefix = prefixOf(this.pairs, group, key)
    const code = key === 0 ? prefix : (this.pairs[key - 1]?.right(prefix) ?? 0)
    return this.coders[key]?.values[code] ?? null
  }
}

/** The group over the keys up to and with this one. */
function prefixOf(pairs: readonly PairIndex[], group: number, key: number): number {
  let prefix = group
  for (let at = pairs.length - 1; at >= key; at--) prefix = pairs[at]?.left(prefix) ?? 0
  return prefix
}

const RADIX = 2 ** 26
const SMALL = 256

/** Numbers pairs of numbers in order of appearance. */
class PairIndex {
  private readonly lefts: number[] = []
  private readonly rights: number[] = []
  private readonly byPair = new Map<number, number>()
  private readonly small = new Int32Array(SMALL * SMALL)

  get size(): number {
    return this.lefts.length
  }

  number(left: number, right: number): number {
    const isSmall = left < SMALL && right < SMALL
    const known = isSmall ? (this.small[left * SMALL + right] ?? 0) - 1 : (this.byPair.get(left * RADIX + right) ?? -1)
    if (known >= 0) return known
    const made = this.lefts.push(left) - 1
    this.rights.push(right)
    if (isSmall) this.small[left * SMALL + right] = made + 1
    else this.byPair.set(left * RADIX + right, made)
    return made
  }

  /** `number` of each pair, in place of its left one. */
  numbers(lefts: Uint32Array, rights: Uint32Array, count: number): void {
    for (let at = 0; at < count; at++) lefts[at] = this.number(lefts[at] ?? 0, rights[at] ?? 0)
  }

  left(pair: number): number {
    return this.lefts[pair] ?? 0
  }

  right(pair: number): number {
    return this.rights[pair] ?? 0
  }
}
