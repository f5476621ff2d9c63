import { invalidParameter } from '../api-error.ts'
import type { ListShape, MapShape, Members, NumberShape, Shape, TextShape } from './shape.ts'

/** One broken constraint, in the service's words. */
type Complaint = string

const complain = (path: string, constraint: string, value?: number): Complaint =>
  `Value ${value === undefined ? '' : `'${value}' `}at '${path}' failed to satisfy constraint: Member must ${constraint}`

/** What the input breaks, member by member in the model's order. */
export function checkMembers(members: Members, input: Readonly<Record<string, unknown>>, path = ''): readonly Complaint[] {
  return Object.entries(members).flatMap(([name, shape]) => {
    const value = input[name]
    const at = path === '' ? name : `${path}.${name}`
    if (value === undefined || value === null) return shape.required ? [complain(at, 'not be null')] : []
    return checkValue(shape, value, at)
  })
}

/** `N validation errors detected: …`, or nothing. */
export function validationText(complaints: readonly Complaint[]): string | undefined {
  if (complaints.length === 0) return undefined
  const errors = complaints.length === 1 ? 'error' : 'errors'
  return `${complaints.length} validation ${errors} detected: ${complaints.join('; ')}`
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function checkValue(shape: Shape, value: unknown, path: string): readonly Complaint[] {
  switch (shape.type) {
    case 'string':
      if (typeof value !== 'string') return [complain(path, 'be a string')]
      return checkText(shape, value, path)
    case 'integer':
    case 'double':
      if (typeof value !== 'number' || (shape.type === 'integer' && !Number.isInteger(value))) return [complain(path, 'be a number')]
      return checkNumber(shape, value, path)
    case 'boolean':
      if (typeof value !== 'boolean') return [complain(path, 'be a boolean')]
      return []
    case 'list':
      if (!Array.isArray(value)) return [complain(path, 'be a list')]
      return checkList(shape, value, path)
    case 'map':
      if (!isRecord(value)) return [complain(path, 'be a map')]
      return checkMap(shape, value, path)
    case 'structure':
      if (!isRecord(value)) return [complain(path, 'be a structure')]
      return checkMembers(shape.members, value, path)
  }
}

function checkText(shape: TextShape, value: string, path: string): readonly Complaint[] {
  if (shape.oneOf && !shape.oneOf.includes(value)) return [complain(path, `satisfy enum value set: [${shape.oneOf.join(', ')}]`)]
  if (shape.tooLong !== undefined && shape.max !== undefined && value.length > shape.max) throw invalidParameter(shape.tooLong)
  return [
    ...(shape.pattern !== undefined && !whole(shape.pattern).test(value)
      ? [complain(path, `satisfy regular expression pattern: ${shape.pattern}`)]
      : []),
    ...checkLength(shape, value.length, path),
  ]
}

function checkNumber(shape: NumberShape, value: number, path: string): readonly Complaint[] {
  if (shape.oneOf && !shape.oneOf.includes(value)) return [complain(path, `satisfy enum value set: [${shape.oneOf.join(', ')}]`, value)]
  if (shape.min !== undefined && value < shape.min) return [complain(path, `have value greater than or equal to ${shape.min}`, value)]
  if (shape.max !== undefined && value > shape.max) return [complain(path, `have value less than or equal to ${shape.max}`, value)]
  return []
}

function checkLength(shape: { readonly min?: number; readonly max?: number }, length: number, path: string): readonly Complaint[] {
  if (shape.min !== undefined && length < shape.min) return [complain(path, `have length greater than or equal to ${shape.min}`)]
  if (shape.max !== undefined && length > shape.max) return [complain(path, `have length less than or equal to ${shape.max}`)]
  return []
}

const checkList = (shape: ListShape, value: readonly unknown[], path: string): readonly Complaint[] => [
  ...checkLength(shape, value.length, path),
  ...value.flatMap((element, at) => checkValue(shape.of, element, `${path}.${at + 1}.member`)),
]

const checkMap = (shape: MapShape, value: Readonly<Record<string, unknown>>, path: string): readonly Complaint[] => [
  ...checkLength(shape, Object.keys(value).length, path),
  ...Object.entries(value).flatMap(([key, text]) => [
    ...checkValue(shape.key, key, `${path}.key`),
    ...checkValue(shape.value, text, `${path}.${key}.member`),
  ]),
]

const compiled = new Map<string, RegExp>()

/** The model's own patterns, few and fixed: they match the whole value. */
function whole(pattern: string): RegExp {
  const known = compiled.get(pattern) ?? new RegExp(`^(?:${pattern})$`, 'u')
  compiled.set(pattern, known)
  return known
}
