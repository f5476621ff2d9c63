/** A piece of a dashboard file: what nobody here knows stays in it. */
export type Json = Readonly<Record<string, unknown>>

export const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

export const jsonOf = (value: unknown): Json => (isJson(value) ? value : {})

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

export const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

/** A number, or one that an old file wrote as text. */
export function numberOf(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined
  return typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value)) ? Number(value) : undefined
}

export const at = (json: unknown, ...path: readonly string[]): unknown =>
  path.reduce((value, name) => (isJson(value) ? value[name] : undefined), json)

/** The same with another value at a path; undefined takes the member out. Everything beside the path is the same object. */
export function withAt(json: unknown, path: readonly (string | number)[], value: unknown): unknown {
  const [name, ...rest] = path
  if (name === undefined) return value
  if (typeof name === 'number') return listOf(json).map((item, index) => (index === name ? withAt(item, rest, value) : item))
  const next = withAt(jsonOf(json)[name], rest, value)
  if (next === undefined) {
    const { [name]: _, ...others } = jsonOf(json)
    return others
  }
  return { ...jsonOf(json), [name]: next }
}
