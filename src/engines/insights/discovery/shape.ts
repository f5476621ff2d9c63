import { keyText, walk } from './json-scan.ts'

/** AWS: CWL_AnalyzeLogData-discoverable-fields: so many fields of one JSON event are extracted. */
const FIELDS_PER_EVENT = 200

/** How a field is read out of an event of this shape: not at all, behind its only key (`key":`), or by walking. */
export type Route = { readonly kind: 'absent' | 'walk' } | { readonly kind: 'needle'; readonly needle: string }

const absent: Route = { kind: 'absent' }
const walking: Route = { kind: 'walk' }

/** What JSON events with the same keys in the same places have in common. */
export class Shape {
  /** The fields in order, as paths in dots. */
  readonly paths: ReadonlySet<string>
  /** Whether it may be one of Lambda's own events, `{time, type, record}`. */
  readonly mayBePlatform: boolean
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
    this.mayBePlatform = paths.has('type') && [...paths].some((path) => path.startsWith('record.'))
  }

  /** Inside a sound JSON text `"key":` is only ever that key, so the only one can be searched for. */
  route(path: string): Route {
    if (!this.paths.has(path)) return absent
    const key = path.slice(path.lastIndexOf('.') + 1)
    return this.keyTimes.get(key) === 1 && /^[\w-]+$/.test(key) ? { kind: 'needle', needle: `${key}":` } : walking
  }
}
