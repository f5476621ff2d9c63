import { needleOf, type Needle } from '#lib/byte-search/needle.ts'
import { numberOf } from '#languages/insights/functions/values/coercion.ts'
import type { LogGroup } from '#stores/log-store.ts'
import { markHolding } from '../expression/message-search.ts'
import type { Reader } from '../reader.ts'

const UNKNOWN = -2
const NO_MATCH = -1
/** Rows that lie further apart are matched one by one. */
const WIDEST = 65536

/** A glob over messages: where the texts of its `*` lie is found in the bytes, for many rows at once; `slow` is its meaning, row by row. */
export function globReaders(group: LogGroup, glob: string, slow: readonly Reader[]): readonly Reader[] {
  const parts = glob.split('*').map(needleOf)
  // with nothing to search for, or no place in between, there is nothing to gain
  if (parts.slice(0, -1).some(({ bytes }) => bytes.length === 0)) return slow
  const places = new GlobPlaces(group, parts)
  return slow.map((reader, at) => ({
    read: (row) => {
      const slot = places.slot(row)
      if (slot === UNKNOWN) return reader.read(row)
      return slot === NO_MATCH ? null : places.text(slot, at)
    },
    number: (row) => {
      const slot = places.slot(row)
      if (slot === UNKNOWN) return reader.number(row)
      return slot === NO_MATCH ? Number.NaN : places.number(slot, at)
    },
    prepare: (rows, count) => places.prepare(rows, count),
  }))
}

class GlobPlaces {
  private readonly group: LogGroup
  private readonly head: readonly Needle[]
  private readonly parts: readonly Needle[]
  private readonly stars: number
  private base = 0
  private slots = new Int32Array(0)
  private offsets = new Uint32Array(0)

  constructor(group: LogGroup, parts: readonly Needle[]) {
    this.group = group
    this.parts = parts
    this.head = parts.slice(0, 1)
    this.stars = parts.length - 1
  }

  slot(row: number): number {
    return this.slots[row - this.base] ?? UNKNOWN
  }

  prepare(rows: Uint32Array, count: number): void {
    const first = rows[0] ?? 0
    const last = rows[count - 1] ?? 0
    const base = Math.min(first, last)
    const width = Math.abs(last - first) + 1
    if (count === 0 || width > WIDEST) return
    if (this.slot(first) !== UNKNOWN && this.slot(last) !== UNKNOWN) return
    this.base = base
    this.slots = new Int32Array(width).fill(UNKNOWN)
    if (this.offsets.length < count * this.stars * 2) this.offsets = new Uint32Array(count * this.stars * 2)
    const holds = markHolding(this.group, this.head, rows, count)
    for (let at = 0; at < count; at++) {
      const row = rows[at] ?? 0
      this.slots[row - base] = holds[at] === 1 && this.match(row, at) ? at : NO_MATCH
    }
  }

  text(slot: number, star: number): string {
    const place = (slot * this.stars + star) * 2
    return this.group.messages.text(this.offsets[place] ?? 0, this.offsets[place + 1] ?? 0)
  }

  number(slot: number, star: number): number {
    const place = (slot * this.stars + star) * 2
    const number = this.group.messages.decimal(this.offsets[place] ?? 0, this.offsets[place + 1] ?? 0)
    return Number.isNaN(number) ? numberOf(this.text(slot, star)) : number
  }

  /** The shortest texts that fit, the first place that fits; a last `*` takes the rest. */
  private match(row: number, slot: number): boolean {
    const { group, parts, offsets, stars } = this
    const { messages } = group
    const end = group.messageEnd(row)
    const [head] = parts
    if (head === undefined) return false
    let at = messages.find(head, group.messageStart(row), end) + head.bytes.length
    for (let star = 0; star < stars; star++) {
      const literal = parts[star + 1]
      if (literal === undefined) return false
      const found = literal.bytes.length === 0 ? end : messages.find(literal, at, end)
      if (found < 0) return false
      const place = (slot * stars + star) * 2
      offsets[place] = at
      offsets[place + 1] = found
      at = found + literal.bytes.length
    }
    return true
  }
}
