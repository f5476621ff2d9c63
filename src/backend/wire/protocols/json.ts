import { ApiError } from '#lib/operation/api-error.ts'
import { isRecord } from '#lib/operation/check-input.ts'
import type { Members, Shape } from '#lib/operation/shape.ts'
import type { Addressee, Codec, Received } from './codec.ts'
import { queryError, typeOf } from './query-error.ts'

/** AWS JSON 1.0 and 1.1 (aws-wire.md 3). */
export const json: Codec = {
  read: (members, received) => readMembers(members, parse(received)),
  write: (output, addressee) => {
    const headers = { 'content-type': contentType(addressee) }
    return output === undefined
      ? new Response(null, { headers: { ...headers, 'content-length': '0' } })
      : new Response(JSON.stringify(plain(output)), { headers })
  },
  refuse: (error, addressee) => {
    const message = error.message === '' ? {} : { message: error.message }
    const body = JSON.stringify({ __type: typeOf(error, addressee), ...message, ...error.members })
    return new Response(body, {
      status: error.status,
      headers: { 'content-type': contentType(addressee), ...queryError(error, addressee) },
    })
  },
}

/** The request's own, with its character set; one that is no JSON of AWS's is not given back. */
const contentType = ({ contentType: asked, service }: Addressee): string =>
  asked?.startsWith('application/x-amz-json-') ? asked : `application/x-amz-json-${service?.jsonVersion ?? '1.1'}`

const unreadable = (): ApiError => new ApiError('com.amazon.coral.service#SerializationException', '')

function parse({ body }: Received): Readonly<Record<string, unknown>> {
  const text = new TextDecoder().decode(body)
  if (text === '') return {}
  let input: unknown
  try {
    input = JSON.parse(text)
  } catch {
    throw unreadable()
  }
  if (!isRecord(input)) throw unreadable()
  return input
}

function readMembers(members: Members, input: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const known = Object.entries(input).map(([name, value]) => {
    const shape = Object.hasOwn(members, name) ? members[name] : undefined
    return [name, shape === undefined ? value : readValue(shape, value)]
  })
  return Object.fromEntries(known)
}

const nonFinite: Readonly<Record<string, number>> = { NaN, Infinity, '-Infinity': -Infinity }

/** Numbers of seconds become milliseconds, and the three doubles that JSON cannot write are read from their names. */
function readValue(shape: Shape, value: unknown): unknown {
  switch (shape.type) {
    case 'timestamp':
      if (typeof value === 'number') return Math.round(value * 1000)
      return typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? Date.parse(value) : value
    case 'double':
      return typeof value === 'string' && Object.hasOwn(nonFinite, value) ? nonFinite[value] : value
    case 'list':
      return Array.isArray(value) ? value.map((element) => readValue(shape.of, element)) : value
    case 'structure':
      return isRecord(value) ? readMembers(shape.members, value) : value
    default:
      return value
  }
}

/**
 * The value as JSON holds it: times in seconds, the three doubles by name, maps as objects. Made before JSON is written,
 * because a replacer is called for each number of an answer and sees a `Date` as text only.
 */
function plain(value: unknown): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value)
  if (typeof value !== 'object' || value === null) return value
  if (value instanceof Date) return value.getTime() / 1000
  if (Array.isArray(value)) return value.every(Number.isFinite) ? value : value.map(plain)
  if (value instanceof Uint8Array) return btoa(String.fromCharCode(...value))
  const plainly: Record<string, unknown> = {}
  for (const [name, member] of value instanceof Map ? value : Object.entries(value)) plainly[name] = plain(member)
  return plainly
}
