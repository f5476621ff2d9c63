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

/** FNV-1a over the UTF-16 units: names a seed. */
export function hash(...parts: readonly (string | number)[]): number {
  let code = 0x811c9dc5
  const text = parts.join('\u0001')
  for (let at = 0; at < text.length; at++) {
    code ^= text.charCodeAt(at)
    code = Math.imul(code, 0x01000193)
  }
  return code >>> 0
}

/** Mulberry32: integer arithmetic only, so every engine agrees to the bit. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  const uint32 = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
  const next = (): number => uint32() / 4294967296
  const below = (limit: number): number => Math.floor(next() * limit)
  const pick = <T>(from: readonly T[]): T => {
    const chosen = from[below(from.length)]
    if (chosen === undefined) throw new Error('cannot pick from an empty list')
    return chosen
  }
  return { uint32, next, below, pick }
}

/** A named stream of its own: what one part draws never moves another part's draws. */
export const substream = (seed: number, ...name: readonly (string | number)[]): Random => createRandom(hash(seed, ...name))
