/** Code points as sorted, disjoint pairs: `[from, to, from, to]`, both inclusive. */
export type CharacterSet = readonly number[]

export const LAST_CODE_POINT = 0x10ffff
export const everything: CharacterSet = [0, LAST_CODE_POINT]

/** Sorts and joins what touches. */
export function characterSet(ranges: readonly (readonly [number, number])[]): CharacterSet {
  const joined: number[] = []
  for (const [from, to] of ranges.toSorted((left, right) => left[0] - right[0])) {
    const last = joined.at(-1)
    if (last !== undefined && from <= last + 1) joined[joined.length - 1] = Math.max(last, to)
    else joined.push(from, to)
  }
  return joined
}

export function pairs(set: CharacterSet): (readonly [number, number])[] {
  const found: (readonly [number, number])[] = []
  for (let at = 0; at < set.length; at += 2) found.push([set[at] ?? 0, set[at + 1] ?? 0])
  return found
}

export const union = (...sets: readonly CharacterSet[]): CharacterSet => characterSet(sets.flatMap(pairs))

export function complement(set: CharacterSet): CharacterSet {
  const found: number[] = []
  let next = 0
  for (const [from, to] of pairs(set)) {
    if (from > next) found.push(next, from - 1)
    next = to + 1
  }
  if (next <= LAST_CODE_POINT) found.push(next, LAST_CODE_POINT)
  return found
}

export const intersects = (left: CharacterSet, right: CharacterSet): boolean =>
  pairs(left).some(([from, to]) => pairs(right).some(([start, end]) => from <= end && start <= to))

const KELVIN = 0x212a
const LONG_S = 0x17f

/** With the other case of every ASCII letter, and the two characters beyond ASCII that fold to one. */
export function foldAscii(set: CharacterSet): CharacterSet {
  const added: (readonly [number, number])[] = [...pairs(set)]
  const has = (code: number): boolean => intersects(set, [code, code])
  for (let upper = 65; upper <= 90; upper++) {
    const beyond = upper === 75 ? KELVIN : upper === 83 ? LONG_S : undefined
    const orbit = beyond === undefined ? [upper, upper + 32] : [upper, upper + 32, beyond]
    if (orbit.some(has)) added.push(...orbit.map((code) => [code, code] as const))
  }
  return characterSet(added)
}

export const digits: CharacterSet = [48, 57]
export const words: CharacterSet = [48, 57, 65, 90, 95, 95, 97, 122]
export const spaces: CharacterSet = [9, 10, 12, 13, 32, 32]

/** `[:name:]`, as RE2 has them. */
export const posixClasses: Readonly<Record<string, CharacterSet>> = {
  alnum: [48, 57, 65, 90, 97, 122],
  alpha: [65, 90, 97, 122],
  ascii: [0, 127],
  blank: [9, 9, 32, 32],
  cntrl: [0, 31, 127, 127],
  digit: digits,
  graph: [33, 126],
  lower: [97, 122],
  print: [32, 126],
  punct: [33, 47, 58, 64, 91, 96, 123, 126],
  space: [9, 13, 32, 32],
  upper: [65, 90],
  word: words,
  xdigit: [48, 57, 65, 70, 97, 102],
}
