import { keyText, walk } from './json-scan.ts'

/** AWS: CWL_AnalyzeLogData-discoverable-fields: so many fields of one JSON event are extracted. */
const FIELDS_PER_EVENT = 200
const NULL = 110

/** How a field is read out of an event of this shape: not at all, behind its only key (`key":`), or by walking. */
export type Route = { readonly kind: 'absent' | 'walk' } | { readonly kind: 'needle'; readonly needle: string }

const absent: Route = { kind: 'absent' }
const walking: Route = { kind: 'walk' }

/** What JSON events with the same keys in the same places have in common. */
export class Shape {
  /** Of each field, as a path in dots, the key it stands behind; none where that does not tell. */
  private readonly keys: ReadonlyMap<string, string | undefined>
  /** Whether it may be one of Lambda's own events, `{time, type, record}`. */
  readonly mayBePlatform: boolean
  private readonly keyTimes = new Map<string, number>()

  constructor(text: string, from: number) {
    const keys = new Map<string, string | undefined>()
    eachField(text, from, {
      key: (key) => void this.keyTimes.set(key, (this.keyTimes.get(key) ?? 0) + 1),
      field: (path, _, key) => void keys.set(path, keys.has(path) ? undefined : key),
    })
    this.keys = keys
    this.mayBePlatform = keys.has('type') && [...keys.keys()].some((path) => path.startsWith('record.'))
  }

  /** Inside a sound JSON text `"key":` is only ever that key, so the only one can be searched for. */
  route(path: string): Route {
    if (!this.keys.has(path)) return absent
    const key = this.keys.get(path)
    return key !== undefined && this.keyTimes.get(key) === 1 && /^[\w.-]+$/.test(key) ? { kind: 'needle', needle: `${key}":` } : walking
  }
}

type FieldVisitor = {
  key?(key: string): void
  /** The field's path, where its value begins, and its key; an element of an array has none. */
  field(path: string, at: number, key: string | undefined): void
}

/** Every field of the JSON object at `from` that has a value, in order, up to so many as are extracted. */
export function eachField(text: string, from: number, visitor: FieldVisitor): void {
  const steps: { readonly path: string; readonly isArray: boolean; next: number }[] = []
  let key = ''
  let left = FIELDS_PER_EVENT
  const enter = (): string => {
    const top = steps.at(-1)
    if (top === undefined) return ''
    const step = top.isArray ? String(top.next++) : key
    return top.path === '' ? step : `${top.path}.${step}`
  }
  walk(text, from, {
    key: (whole, start, end) => {
      key = keyText(whole, start, end)
      visitor.key?.(key)
    },
    open: (isArray) => void steps.push({ path: enter(), isArray, next: 0 }),
    close: () => void steps.pop(),
    scalar: (whole, start) => {
      const path = enter()
      if (whole.charCodeAt(start) !== NULL && left-- > 0) visitor.field(path, start, steps.at(-1)?.isArray === true ? undefined : key)
    },
  })
}
