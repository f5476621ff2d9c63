import type { ListShape, MapShape, Members, NumberShape, Shape, TextShape } from './shape.ts'

/** How a service words a broken constraint. */
export type ComplaintStyle = {
  /** `'evaluationPeriods'` for the member `EvaluationPeriods`. */
  readonly lowerCamel: boolean
  /** Texts are quoted beside numbers: `Value 'X' at 'comparisonOperator'`. */
  readonly quotesTexts: boolean
}

const plain: ComplaintStyle = { lowerCamel: false, quotesTexts: false }

/** One broken constraint; `instead` is said alone, in place of all others. */
type Complaint = { readonly says: string; readonly instead?: true }

/** What the input breaks, member by member in the model's order. */
export const checkMembers = (
  members: Members,
  input: Readonly<Record<string, unknown>>,
  style: ComplaintStyle = plain,
): readonly Complaint[] => new Checker(style).members(members, input, '')

/** `N validation errors detected: …`, or nothing. */
export function validationText(complaints: readonly Complaint[]): string | undefined {
  const [first] = complaints
  if (first === undefined) return undefined
  const alone = complaints.find(({ instead }) => instead)
  if (alone !== undefined) return alone.says
  const errors = complaints.length === 1 ? 'error' : 'errors'
  return `${complaints.length} validation ${errors} detected: ${complaints.map(({ says }) => says).join('; ')}`
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Whoever sends a million broken members is told of the first of them. */
const MOST_COMPLAINTS = 1000

type Bounds = { readonly min?: number; readonly max?: number }

class Checker {
  private readonly style: ComplaintStyle

  constructor(style: ComplaintStyle) {
    this.style = style
  }

  members(members: Members, input: Readonly<Record<string, unknown>>, path: string): readonly Complaint[] {
    return Object.entries(members).flatMap(([name, shape]) => {
      const value = input[name]
      const spelt = this.style.lowerCamel ? lowerFirst(name) : name
      const at = path === '' ? spelt : `${path}.${spelt}`
      if (value === undefined || value === null) return shape.required ? [this.complain(at, 'not be null')] : []
      return this.value(shape, value, at)
    })
  }

  private complain(path: string, constraint: string, value?: unknown): Complaint {
    const isQuoted = typeof value === 'number' || (this.style.quotesTexts && value !== undefined)
    const shown = isQuoted ? `'${shownValue(value)}' ` : ''
    return { says: `Value ${shown}at '${path}' failed to satisfy constraint: Member must ${constraint}` }
  }

  private value(shape: Shape, value: unknown, path: string): readonly Complaint[] {
    switch (shape.type) {
      case 'string':
        return typeof value === 'string' ? this.text(shape, value, path) : [this.complain(path, 'be a string')]
      case 'integer':
      case 'double':
        if (typeof value !== 'number' || (shape.type === 'integer' && !Number.isInteger(value))) return [this.complain(path, 'be a number')]
        return this.number(shape, value, path)
      case 'timestamp':
        return typeof value === 'number' && Number.isFinite(value) ? [] : [this.complain(path, 'be a timestamp')]
      case 'boolean':
        return typeof value === 'boolean' ? [] : [this.complain(path, 'be a boolean')]
      case 'list':
        return Array.isArray(value) ? this.list(shape, value, path) : [this.complain(path, 'be a list')]
      case 'map':
        return isRecord(value) ? this.map(shape, value, path) : [this.complain(path, 'be a map')]
      case 'structure':
        return isRecord(value) ? this.members(shape.members, value, path) : [this.complain(path, 'be a structure')]
    }
  }

  private text(shape: TextShape, value: string, path: string): readonly Complaint[] {
    if (shape.oneOf && !shape.oneOf.includes(value))
      return [this.complain(path, `satisfy enum value set: [${shape.oneOf.join(', ')}]`, value)]
    if (shape.tooLong !== undefined && shape.max !== undefined && value.length > shape.max) return [{ says: shape.tooLong, instead: true }]
    return [
      ...(shape.pattern !== undefined && !whole(shape.pattern).test(value)
        ? [this.complain(path, `satisfy regular expression pattern: ${shape.pattern}`, value)]
        : []),
      ...this.length(shape, value.length, path, value),
    ]
  }

  private number(shape: NumberShape, value: number, path: string): readonly Complaint[] {
    if (shape.oneOf && !shape.oneOf.includes(value))
      return [this.complain(path, `satisfy enum value set: [${shape.oneOf.join(', ')}]`, value)]
    if (shape.min !== undefined && value < shape.min)
      return [this.complain(path, `have value greater than or equal to ${shape.min}`, value)]
    if (shape.max !== undefined && value > shape.max) return [this.complain(path, `have value less than or equal to ${shape.max}`, value)]
    return []
  }

  private length(bounds: Bounds, length: number, path: string, value: unknown): readonly Complaint[] {
    const quoted = this.style.quotesTexts ? value : undefined
    if (bounds.min !== undefined && length < bounds.min)
      return [this.complain(path, `have length greater than or equal to ${bounds.min}`, quoted)]
    if (bounds.max !== undefined && length > bounds.max)
      return [this.complain(path, `have length less than or equal to ${bounds.max}`, quoted)]
    return []
  }

  private list(shape: ListShape, value: readonly unknown[], path: string): readonly Complaint[] {
    const complaints = [...this.length(shape, value.length, path, value)]
    // of a list that is refused for its length alone, no more is looked at than can be told
    const looked = complaints.length > 0 ? Math.min(value.length, MOST_COMPLAINTS) : value.length
    for (let at = 0; at < looked && complaints.length < MOST_COMPLAINTS; at++)
      complaints.push(...this.value(shape.of, value[at], `${path}.${at + 1}.member`))
    return complaints
  }

  private map(shape: MapShape, value: Readonly<Record<string, unknown>>, path: string): readonly Complaint[] {
    const complaints = [...this.length(shape, Object.keys(value).length, path, undefined)]
    for (const [key, text] of Object.entries(value)) {
      if (complaints.length >= MOST_COMPLAINTS) break
      complaints.push(...this.value(shape.key, key, `${path}.key`), ...this.value(shape.value, text, `${path}.${key}.member`))
    }
    return complaints
  }
}

const lowerFirst = (name: string): string => name.slice(0, 1).toLowerCase() + name.slice(1)

/** As Java prints it, which is how the services do; a long list is cut, since it comes from the caller. */
function shownValue(value: unknown): string {
  if (Array.isArray(value)) return `[${value.slice(0, MOST_SHOWN).map(shownValue).join(', ')}${value.length > MOST_SHOWN ? ', ...' : ''}]`
  if (!isRecord(value)) return String(value).slice(0, LONGEST_SHOWN)
  return `{${Object.entries(value)
    .slice(0, MOST_SHOWN)
    .map(([name, member]) => `${lowerFirst(name)}=${shownValue(member)}`)
    .join(', ')}}`
}

const MOST_SHOWN = 100
const LONGEST_SHOWN = 2048

const compiled = new Map<string, RegExp>()

/** The model's own patterns, few and fixed: they match the whole value. */
function whole(pattern: string): RegExp {
  const known = compiled.get(pattern) ?? new RegExp(`^(?:${pattern})$`, 'u')
  compiled.set(pattern, known)
  return known
}
