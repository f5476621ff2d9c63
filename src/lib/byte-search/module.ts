// A search for one text in bytes, 16 places at a time: first and last byte are compared at once, the rest where both fit.
// Its module in WebAssembly's binary format (webassembly.github.io/spec/core/binary); memory is imported as `e.m`.

const get = (local: number): number[] => [0x20, local]
const set = (local: number): number[] => [0x21, local]
const constant = (value: number): number[] => [0x41, value]
const byteAt = [0x2d, 0, 0]
const sixteenAt = [0xfd, 0, 0, 0]
const splat = [0xfd, 0x0f]
const equal16 = [0xfd, 0x23]
const and16 = [0xfd, 0x4e]
const or16 = [0xfd, 0x50]
const bitmask = [0xfd, 0xe4, 0]
const [add, subtract, and, or, trailingZeros, isZero] = [0x6a, 0x6b, 0x71, 0x72, 0x68, 0x45]
const [differs, isAbove, isAtLeast] = [0x47, 0x4b, 0x4f]
const block = [0x02, 0x40]
const loop = [0x03, 0x40]
const jump = (depth: number): number[] => [0x0c, depth]
const jumpIf = (depth: number): number[] => [0x0d, depth]
const [giveBack, end] = [0x0f, 0x0b]
const [I32, V128] = [0x7f, 0x7b]

// parameters, then locals
const [AT, TO, NEEDLE, MASK, LENGTH, LAST, BITS, FOUND, INNER, TAIL, FIRST16, LAST16, FIRST_MASK16, LAST_MASK16] = [
  0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13,
] as const

/** Both bytes are compared after the mask is laid over the text's: 0x20 makes a letter small. */
const ends = [
  [...get(NEEDLE), ...byteAt, ...splat, ...set(FIRST16)],
  [...get(MASK), ...byteAt, ...splat, ...set(FIRST_MASK16)],
  [...get(NEEDLE), ...get(TAIL), add, ...byteAt, ...splat, ...set(LAST16)],
  [...get(MASK), ...get(TAIL), add, ...byteAt, ...splat, ...set(LAST_MASK16)],
].flat()

const candidates = [
  [...get(AT), ...sixteenAt, ...get(FIRST_MASK16), ...or16, ...get(FIRST16), ...equal16],
  [...get(AT), ...get(TAIL), add, ...sixteenAt, ...get(LAST_MASK16), ...or16, ...get(LAST16), ...equal16],
  [...and16, ...bitmask, ...set(BITS)],
].flat()

/** Leaves the block around it by `jumpIf(2)` where a byte differs, by `jumpIf(1)` where none is left. */
const compareInner = [
  loop,
  [...get(INNER), ...get(TAIL), isAtLeast, ...jumpIf(1)],
  [...get(FOUND), ...get(INNER), add, ...byteAt, ...get(MASK), ...get(INNER), add, ...byteAt, or],
  [...get(NEEDLE), ...get(INNER), add, ...byteAt, differs, ...jumpIf(2)],
  [...get(INNER), ...constant(1), add, ...set(INNER), ...jump(0)],
  end,
].flat()

const verify = [
  block,
  loop,
  [...get(BITS), isZero, ...jumpIf(1)],
  [...get(AT), ...get(BITS), trailingZeros, add, ...set(FOUND)],
  [...get(FOUND), ...get(LAST), isAbove, ...jumpIf(3)],
  [...constant(1), ...set(INNER)],
  [...block, ...block, ...compareInner, end, ...get(FOUND), giveBack, end],
  [...get(BITS), ...get(BITS), ...constant(1), subtract, and, ...set(BITS), ...jump(0)],
  end,
  end,
].flat()

const body = [
  [2, 5, I32, 4, V128],
  [...get(TO), ...get(LENGTH), subtract, ...set(LAST)],
  [...get(LENGTH), ...constant(1), subtract, ...set(TAIL)],
  ends,
  block,
  loop,
  [...get(AT), ...get(LAST), isAbove, ...jumpIf(1)],
  candidates,
  verify,
  [...get(AT), ...constant(16), add, ...set(AT), ...jump(0)],
  [end, end],
  [...constant(0x7f), end],
].flat()

const leb = (value: number): number[] => (value < 0x80 ? [value] : [(value & 0x7f) | 0x80, value >> 7])
const section = (id: number, content: readonly number[]): number[] => [id, ...leb(content.length), ...content]
const code = [...leb(body.length), ...body]

/** `find(at, to, needle, mask, length)`: where it first lies, -1 where it does not. Reads 16 bytes past `to`. */
export const moduleBytes: Uint8Array<ArrayBuffer> = Uint8Array.from(
  [
    [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    section(1, [1, 0x60, 5, I32, I32, I32, I32, I32, 1, I32]),
    section(2, [1, 1, 0x65, 1, 0x6d, 2, 0, 1]),
    section(3, [1, 0]),
    section(7, [1, 1, 0x66, 0, 0]),
    section(10, [1, ...code]),
  ].flat(),
)
