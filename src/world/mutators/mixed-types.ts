import { findField } from '../line/line-field.ts'
import type { Mutator } from './mutator.ts'
import { rewriteSome } from './some.ts'

/** A JSON value as another type would say it: `500` as "500", "leeds" as {"name":"leeds"}. */
function otherType(json: string): string {
  if (/^-?\d/.test(json) || json === 'true' || json === 'false' || json === 'null') return `"${json}"`
  const digits = /^"(-?\d+(?:\.\d+)?)"$/.exec(json)?.[1]
  return digits ?? `{"name":${json}}`
}

export const mixedTypes: Mutator = {
  name: 'mixed-types',
  takes: 'field',
  says: 'in a quarter of the events the field is of another type: a number as text, a text inside an object',
  change: (log, field, random) =>
    rewriteSome(log, random, 25, (message) => {
      const found = findField(message, field)
      if (found === undefined) return undefined
      const { from, to } = found.value
      const value = message.slice(from, to)
      return message.slice(0, from) + (found.kind === 'json' ? otherType(value) : `"${value}"`) + message.slice(to)
    }),
}
