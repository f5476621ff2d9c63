import type { Needle } from '#lib/byte-search/needle.ts'
import type { LogGroup } from '#stores/log-store.ts'

/** What a message is tested for. A text that passes holds one of the needles; `isExact`: one that holds it passes. */
export type MessageTest = {
  readonly test: (text: string) => boolean
  readonly needles: readonly Needle[]
  readonly isExact: boolean
}

/** A run of neighbours this long is searched as one text. */
const LEAST_RUN = 16

/** Leaves the rows whose messages pass (or, `negated`, do not) at the front; their bytes are searched before a text is made of any. */
export function keepMatching(group: LogGroup, test: MessageTest, negated: boolean, rows: Uint32Array, count: number): number {
  const { messages } = group
  const holds = markHolding(group, test.needles, rows, count)
  let kept = 0
  for (let at = 0; at < count; at++) {
    const row = rows[at] ?? 0
    let passes = holds[at] === 1
    if (passes && !test.isExact) passes = test.test(messages.text(group.messageStart(row), group.messageEnd(row)))
    if (passes !== negated) rows[kept++] = row
  }
  return kept
}

/** 1 for each of the rows whose message holds one of the needles. */
export function markHolding(group: LogGroup, needles: readonly Needle[], rows: Uint32Array, count: number): Uint8Array {
  const holds = new Uint8Array(count)
  for (let from = 0; from < count;) {
    const to = runEnd(group, rows, from, count)
    if (to - from >= LEAST_RUN) for (const needle of needles) markRun(group, needle, rows, from, to, holds)
    else for (let at = from; at < to; at++) holds[at] = holdsAny(group, needles, rows[at] ?? 0) ? 1 : 0
    from = to
  }
  return holds
}

function holdsAny(group: LogGroup, needles: readonly Needle[], row: number): boolean {
  const from = group.messageStart(row)
  const to = group.messageEnd(row)
  return needles.some((needle) => group.messages.find(needle, from, to) >= 0)
}

/** The end of the run of rows whose messages lie one behind the other, in either direction. */
function runEnd(group: LogGroup, rows: Uint32Array, from: number, count: number): number {
  let at = from + 1
  const first = rows[from] ?? 0
  const isAscending = (rows[at] ?? 0) > first
  for (; at < count; at++) {
    const left = isAscending ? (rows[at - 1] ?? 0) : (rows[at] ?? 0)
    const right = isAscending ? (rows[at] ?? 0) : (rows[at - 1] ?? 0)
    if (group.messageEnd(left) !== group.messageStart(right)) break
  }
  return at
}

function markRun(group: LogGroup, needle: Needle, rows: Uint32Array, from: number, to: number, holds: Uint8Array): void {
  const { messages } = group
  const isAscending = (rows[from + 1] ?? 0) > (rows[from] ?? 0)
  const end = group.messageEnd(rows[isAscending ? to - 1 : from] ?? 0)
  let place = isAscending ? from : to - 1
  let offset = group.messageStart(rows[place] ?? 0)
  for (;;) {
    const found = messages.find(needle, offset, end)
    if (found < 0) return
    while (group.messageEnd(rows[place] ?? 0) <= found) place += isAscending ? 1 : -1
    const messageEnd = group.messageEnd(rows[place] ?? 0)
    if (found + needle.bytes.length <= messageEnd) {
      holds[place] = 1
      offset = messageEnd
    } else offset = found + 1
  }
}
