import { moduleBytes } from './module.ts'
import type { Needle } from './needle.ts'

const PAGE = 65536
const FIRST_SIZE = 4096
/** Beyond this size the bytes move to where WebAssembly can read them; a memory of its own is too much for each small list. */
const LARGE = 4 * PAGE
/** The search reads so far past the end. */
const SLACK = 64
const SHORT = 12
const MOST_DIGITS = 15
const [POINT, ZERO, NINE] = [46, 48, 57]
const STEP = 4_194_304
/** A needle and its mask lie in the first page, the texts behind it. */
const NEEDLE_AT = 0
const MASK_AT = PAGE / 2
const LONGEST_NEEDLE = PAGE / 4

type Find = (at: number, to: number, needle: number, mask: number, length: number) => number
type Large = { readonly memory: WebAssembly.Memory; readonly find: Find }

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

let compiled: WebAssembly.Module | false | undefined

/** Absent where there is no WebAssembly, none with vectors, or a content policy forbids it. */
function compileModule(): WebAssembly.Module | undefined {
  if (compiled === undefined) {
    try {
      compiled = WebAssembly.validate(moduleBytes) && new WebAssembly.Module(moduleBytes)
    } catch {
      // the plain search below gives the same places
      compiled = false
    }
  }
  return compiled === false ? undefined : compiled
}

function openLarge(bytes: number): Large | undefined {
  const made = compileModule()
  if (made === undefined) return undefined
  const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE) })
  const { f } = new WebAssembly.Instance(made, { e: { m: memory } }).exports
  return typeof f === 'function' ? { memory, find: (...args) => Number(f(...args)) >>> 0 } : undefined
}

/** Texts one behind the other as UTF-8, to be searched fast. Offsets count from 0 and stay. */
export class ByteText {
  length = 0
  private readonly wantsLarge: boolean
  private large: Large | undefined
  private base = 0
  private bytes = new Uint8Array(FIRST_SIZE)
  private placed: Needle | undefined

  /** `wantsLarge`: false keeps to the plain search. */
  constructor(wantsLarge = true) {
    this.wantsLarge = wantsLarge
  }

  get heldBytes(): number {
    return this.bytes.byteLength
  }

  /** Puts the text at the end; the bytes it took. A lone surrogate becomes the replacement character, as in any UTF-8. */
  append(text: string): number {
    this.reserve(text.length * 3)
    const { written } = encoder.encodeInto(text, this.bytes.subarray(this.base + this.length))
    this.length += written
    return written
  }

  appendBytes(text: Uint8Array): void {
    this.reserve(text.length)
    this.bytes.set(text, this.base + this.length)
    this.length += text.length
  }

  text(from: number, to: number): string {
    if (to - from <= SHORT) return this.shortText(from, to)
    return decoder.decode(this.bytes.subarray(this.base + from, this.base + to))
  }

  /** The number that is written there in up to 15 plain digits, with or without a point; NaN for anything else. */
  decimal(from: number, to: number): number {
    if (to <= from || to - from > MOST_DIGITS) return Number.NaN
    const { bytes, base } = this
    let digits = 0
    let scale = -1
    for (let at = from; at < to; at++) {
      const code = bytes[base + at] ?? 0
      if (code === POINT && scale < 0 && at > from) scale = 0
      else if (code < ZERO || code > NINE) return Number.NaN
      else {
        digits = digits * 10 + code - ZERO
        if (scale >= 0) scale++
      }
    }
    // both are whole and exact, so one division rounds as the decimal text would
    return scale <= 0 ? digits : digits / 10 ** scale
  }

  /** To ask the decoder takes longer than a few letters. */
  private shortText(from: number, to: number): string {
    const { bytes, base } = this
    let text = ''
    for (let at = base + from; at < base + to; at++) {
      const code = bytes[at] ?? 0
      if (code > 127) return decoder.decode(bytes.subarray(base + from, base + to))
      text += String.fromCharCode(code)
    }
    return text
  }

  /** Where the needle first lies wholly between the two offsets, -1 where it does not. */
  find(needle: Needle, from: number, to: number): number {
    const { bytes, mask } = needle
    if (to - from < bytes.length) return -1
    if (bytes.length === 0) return from
    if (this.large === undefined || bytes.length > LONGEST_NEEDLE) return this.findPlainly(needle, from, to)
    if (this.placed !== needle) {
      this.bytes.set(bytes, NEEDLE_AT)
      this.bytes.set(mask, MASK_AT)
      this.placed = needle
    }
    const found = this.large.find(from + this.base, to + this.base, NEEDLE_AT, MASK_AT, bytes.length)
    return found === 0xffffffff ? -1 : found - this.base
  }

  private findPlainly({ bytes: wanted, mask }: Needle, from: number, to: number): number {
    const { bytes, base } = this
    const last = base + to - wanted.length
    for (let at = base + from; at <= last; at++) {
      let same = 0
      while (same < wanted.length && ((bytes[at + same] ?? 0) | (mask[same] ?? 0)) === wanted[same]) same++
      if (same === wanted.length) return at - base
    }
    return -1
  }

  private reserve(more: number): void {
    const needed = this.base + this.length + more + SLACK
    if (needed <= this.bytes.length) return
    if (this.large !== undefined) this.growLarge(this.large.memory, needed)
    else if (needed < LARGE || !this.wantsLarge) this.replace(new Uint8Array(needed + (needed >>> 1)), 0)
    else this.move(needed)
  }

  private move(needed: number): void {
    this.large = openLarge(PAGE + needed)
    if (this.large === undefined) this.replace(new Uint8Array(needed + (needed >>> 2)), 0)
    else this.replace(new Uint8Array(this.large.memory.buffer), PAGE)
  }

  private growLarge(memory: WebAssembly.Memory, needed: number): void {
    const step = Math.max(STEP, needed >>> 4)
    memory.grow(Math.ceil((needed + step - memory.buffer.byteLength) / PAGE))
    this.bytes = new Uint8Array(memory.buffer)
  }

  private replace(bytes: Uint8Array<ArrayBuffer>, base: number): void {
    bytes.set(this.bytes.subarray(this.base, this.base + this.length), base)
    this.bytes = bytes
    this.base = base
  }
}
