// RFC 1321 and FIPS 180-4; the browser's own digests are asynchronous, a query's functions are not
const hex = (words: Iterable<number>, isLittle: boolean): string => {
  let text = ''
  for (const word of words) {
    for (let byte = 0; byte < 4; byte++) text += ((word >>> (isLittle ? byte * 8 : 24 - byte * 8)) & 255).toString(16).padStart(2, '0')
  }
  return text
}

/** The message in blocks of 64 bytes: a one bit, zeros, the length in bits. */
function padded(text: string, isLittle: boolean): DataView {
  const bytes = new TextEncoder().encode(text)
  const view = new DataView(new ArrayBuffer(((bytes.length + 8) >> 6) * 64 + 64))
  new Uint8Array(view.buffer).set(bytes)
  view.setUint8(bytes.length, 0x80)
  const bits = bytes.length * 8
  view.setUint32(view.byteLength - (isLittle ? 8 : 4), bits >>> 0, isLittle)
  view.setUint32(view.byteLength - (isLittle ? 4 : 8), Math.floor(bits / 0x100000000), isLittle)
  return view
}

const rotateLeft = (word: number, by: number): number => (word << by) | (word >>> (32 - by))
const rotateRight = (word: number, by: number): number => (word >>> by) | (word << (32 - by))

const shifts = [
  [7, 12, 17, 22],
  [5, 9, 14, 20],
  [4, 11, 16, 23],
  [6, 10, 15, 21],
] as const
const sines = Int32Array.from({ length: 64 }, (_, at) => Math.floor(Math.abs(Math.sin(at + 1)) * 0x100000000))

export function md5(text: string): string {
  const view = padded(text, true)
  const state = Int32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476)
  for (let block = 0; block < view.byteLength; block += 64) md5Block(state, view, block)
  return hex(state, true)
}

function md5Block(state: Int32Array, view: DataView, block: number): void {
  let [a = 0, b = 0, c = 0, d = 0] = state
  for (let at = 0; at < 64; at++) {
    const round = at >> 4
    const [mixed, word] = md5Step(round, at, b, c, d)
    const sum = (a + mixed + (sines[at] ?? 0) + view.getInt32(block + word * 4, true)) | 0
    a = d
    d = c
    c = b
    b = (b + rotateLeft(sum, shifts[round]?.[at & 3] ?? 0)) | 0
  }
  state.set([a, b, c, d].map((word, at) => (word + (state[at] ?? 0)) | 0))
}

function md5Step(round: number, at: number, b: number, c: number, d: number): readonly [number, number] {
  if (round === 0) return [(b & c) | (~b & d), at]
  if (round === 1) return [(d & b) | (~d & c), (5 * at + 1) & 15]
  return round === 2 ? [b ^ c ^ d, (3 * at + 5) & 15] : [c ^ (b | ~d), (7 * at) & 15]
}

const primes: readonly number[] = firstPrimes(64)
const roots = Int32Array.from(primes, (prime) => fraction(Math.cbrt(prime)))

function firstPrimes(count: number): readonly number[] {
  const found: number[] = []
  for (let candidate = 2; found.length < count; candidate++) if (found.every((prime) => candidate % prime !== 0)) found.push(candidate)
  return found
}

/** The first 32 bits behind the point. */
function fraction(number: number): number {
  return Math.floor((number - Math.floor(number)) * 0x100000000) | 0
}

export function sha256(text: string): string {
  const view = padded(text, false)
  const state = Int32Array.from(primes.slice(0, 8), (prime) => fraction(Math.sqrt(prime)))
  for (let block = 0; block < view.byteLength; block += 64) sha256Block(state, schedule(view, block))
  return hex(state, false)
}

function schedule(view: DataView, block: number): Int32Array {
  const words = new Int32Array(64)
  for (let at = 0; at < 16; at++) words[at] = view.getInt32(block + at * 4, false)
  for (let at = 16; at < 64; at++) {
    const early = words[at - 15] ?? 0
    const late = words[at - 2] ?? 0
    const low = rotateRight(early, 7) ^ rotateRight(early, 18) ^ (early >>> 3)
    const high = rotateRight(late, 17) ^ rotateRight(late, 19) ^ (late >>> 10)
    words[at] = ((words[at - 16] ?? 0) + low + (words[at - 7] ?? 0) + high) | 0
  }
  return words
}

function sha256Block(state: Int32Array, words: Int32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state
  for (let at = 0; at < 64; at++) {
    const high = rotateRight(e, 6) ^ rotateRight(e, 11) ^ rotateRight(e, 25)
    const first = (h + high + ((e & f) ^ (~e & g)) + (roots[at] ?? 0) + (words[at] ?? 0)) | 0
    const low = rotateRight(a, 2) ^ rotateRight(a, 13) ^ rotateRight(a, 22)
    const second = (low + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + first) | 0
    d = c
    c = b
    b = a
    a = (first + second) | 0
  }
  state.set([a, b, c, d, e, f, g, h].map((word, at) => (word + (state[at] ?? 0)) | 0))
}
