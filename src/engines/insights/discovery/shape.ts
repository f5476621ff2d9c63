import { keyText, skipBlanks, walk, type Visitor } from './json-scan.ts'

/** AWS: CWL_AnalyzeLogData-discoverable-fields: so many fields of one JSON event are extracted. */
export const FIELDS_PER_EVENT = 200

/** How a field is read out of an event of this shape: not at all, behind its only key, or by walking. */
export type Route = { readonly kind: 'absent' | 'walk' } | { readonly kind: 'needle'; readonly needle: string }

const absent: Route = { kind: 'absent' }
const walking: Route = { kind: 'walk' }

/** What JSON events with the same keys in the same places have in common. */
export class Shape {
  /** The fields in order, as paths in dots. */
  readonly paths: ReadonlySet<string>
  private readonly keyTimes = new Map<string, number>()

  constructor(text: string, from: number) {
    const paths = new Set<string>()
    const steps: { name: string; isArray: boolean; next: number }[] = []
    let pending = ''
    const enter = (): string => {
      const top = steps.at(-1)
      const step = top === undefined ? '' : top.isArray ? String(top.next++) : pending
      return top === undefined || top.name === '' ? step : `${top.name}.${step}`
    }
    walk(text, from, {
      key: (whole, start, end) => {
        pending = keyText(whole, start, end)
        this.keyTimes.set(pending, (this.keyTimes.get(pending) ?? 0) + 1)
      },
      open: (isArray) => void steps.push({ name: enter(), isArray, next: 0 }),
      close: () => void steps.pop(),
      scalar: (whole, start) => {
        const path = enter()
        if (whole.charCodeAt(start) !== 110 && paths.size < FIELDS_PER_EVENT) paths.add(path)
      },
    })
    this.paths = paths
  }

  /** Inside a sound JSON text `"key":` is only ever that key, so the only one can be searched for. */
  route(path: string): Route {
    if (!this.paths.has(path)) return absent
    const key = path.slice(path.lastIndexOf('.') + 1)
    return this.keyTimes.get(key) === 1 && /^[\w-]+$/.test(key) ? { kind: 'needle', needle: `"${key}":` } : walking
  }
}

/** Gives events of one shape one number, in one pass over the text. */
export class ShapeHash implements Visitor {
  private low = 0
  private high = 0

  /** A number for the shape of the JSON object that is all of `text`; -1 where it is none. */
  of(text: string, from: number): number {
    this.low = 0x811c9dc5 | 0
    this.high = 0x2545f491
    const end = walk(text, from, this)
    if (end < 0 || skipBlanks(text, end) < text.length) return -1
    return (this.low >>> 0) * 0x200000 + (this.high & 0x1fffff)
  }

  key(text: string, from: number, to: number): void {
    let { low, high } = this
    for (let at = from; at < to; at++) {
      const code = text.charCodeAt(at)
      low = Math.imul(low ^ code, 0x01000193)
      high = Math.imul(high ^ code, 0x5bd1e995)
    }
    this.low = low
    this.high = high ^ (high >>> 15)
    this.mark(1)
  }

  open(isArray: boolean): void {
    this.mark(isArray ? 2 : 3)
  }

  close(): void {
    this.mark(4)
  }

  scalar(text: string, from: number): void {
    // null is no value: an event with one has another shape
    this.mark(text.charCodeAt(from) === 110 ? 5 : 6)
  }

  private mark(sign: number): void {
    this.low = Math.imul(this.low ^ sign, 0x01000193)
    this.high = Math.imul(this.high ^ (sign + 0x9e), 0x5bd1e995)
  }
}
