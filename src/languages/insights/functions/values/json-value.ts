import type { Value } from '../../function-entry.ts'
import { textOf } from './coercion.ts'

/** The value a JSON text holds; undefined where it is no JSON. */
export function parseJsonValue(text: string): Value | undefined {
  try {
    return fromJson(JSON.parse(text))
  } catch {
    return undefined
  }
}

function fromJson(json: unknown): Value {
  if (json === null || json === undefined) return null
  if (typeof json === 'number' || typeof json === 'string' || typeof json === 'boolean') return json
  if (Array.isArray(json)) return { kind: 'list', items: json.map(fromJson) }
  return { kind: 'map', entries: new Map(Object.entries(json).map(([name, member]) => [name, fromJson(member)])) }
}

/** The value as JSON text. */
export function jsonText(value: Value): string {
  if (value === null) return 'null'
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value)
  if (value.kind === 'list') return `[${value.items.map(jsonText).join(',')}]`
  if (value.kind === 'map')
    return `{${[...value.entries].map(([name, member]) => `${JSON.stringify(name)}:${jsonText(member)}`).join(',')}}`
  return JSON.stringify(textOf(value))
}

/** One step into a map or a list; null where the step does not fit. */
export function member(value: Value, step: string | number): Value {
  if (value === null || typeof value !== 'object') return null
  if (value.kind === 'map') return value.entries.get(String(step)) ?? null
  return value.kind === 'list' ? (value.items[Number(step)] ?? null) : null
}
