/** A seeded stream of draws; the same seed gives the same draws in every engine. */
export type Random = {
  /** A whole number, 0 to 2^32 - 1. */
  uint32(): number
  /** In [0, 1), with 32 bits. */
  next(): number
  /** A whole number in [0, below). */
  below(below: number): number
  pick<T>(from: readonly T[]): T
}

const mix = (code: number, text: string): number => {
  let mixed = code
  for (let at = 0; at < text.length; at++) mixed = Math.imul(mixed ^ text.charCodeAt(at), 0x01000193)
  return mixed
}

/** FNV-1a over the UTF-16 units of the parts, joined by U+0001: names a seed. */
export function hash(...parts: readonly (string | number)[]): number {
  let code = 0x811c9dc5
  for (let at = 0; at < parts.length; at++) {
    if (at > 0) code = Math.imul(code ^ 1, 0x01000193)
    code = mix(code, String(parts[at] ?? ''))
  }
  return code >>> 0
}

/** Mulberry32: integer arithmetic only, so every engine agrees to the bit. */
class Mulberry implements Random {
  private state: number

  constructor(seed: number) {
    this.state = seed | 0
  }

  uint32(): number {
    this.state = (this.state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return (mixed ^ (mixed >>> 14)) >>> 0
  }

  next(): number {
    return this.uint32() / 4294967296
  }

  below(limit: number): number {
    return Math.floor((this.uint32() / 4294967296) * limit)
  }

  pick<T>(from: readonly T[]): T {
    const chosen = from[this.below(from.length)]
    if (chosen === undefined) throw new Error('cannot pick from an empty list')
    return chosen
  }
}

export const createRandom = (seed: number): Random => new Mulberry(seed)

/** A named stream of its own: what one part draws never moves another part's draws. */
export const substream = (seed: number, ...name: readonly (string | number)[]): Random => createRandom(hash(seed, ...name))
