import { decode, encode, Token, Type, type DecodeOptions } from 'cborg'
import { ApiError } from '#lib/operation/api-error.ts'
import { isRecord } from '#lib/operation/check-input.ts'
import type { Addressee, Codec, Received } from './codec.ts'
import { queryError, typeOf } from './query-error.ts'

/** RPC v2 CBOR (aws-wire.md 5). */
export const cbor: Codec = {
  read: (_members, received) => readInput(received),
  write: (output, addressee) => respond(200, output, addressee),
  refuse: (error, addressee) => {
    const message = error.message === '' ? {} : { message: error.message }
    return respond(
      error.status,
      { __type: typeOf(error, addressee), ...message, ...error.members },
      addressee,
      queryError(error, addressee),
    )
  },
}

/** Timestamps are tag 1 over epoch seconds, whole or not; the operation sees milliseconds. */
const EPOCH = 1

const reading: DecodeOptions = {
  allowIndefinite: true,
  allowUndefined: true,
  allowNaN: true,
  allowInfinity: true,
  tags: Object.assign([], {
    [EPOCH]: (decodeValue: () => unknown) => {
      const seconds = decodeValue()
      return typeof seconds === 'number' ? Math.round(seconds * 1000) : seconds
    },
  }),
}

const unreadable = (): ApiError => new ApiError('com.amazon.coral.service#SerializationException', '')

function readInput({ body }: Received): Readonly<Record<string, unknown>> {
  if (body.length === 0) return {}
  let input: unknown
  try {
    input = decode(body, reading)
  } catch {
    throw unreadable()
  }
  if (!isRecord(input)) throw unreadable()
  return withNumbers(input)
}

/** A whole double may come as an integer, and beyond 2^53 that is read as a bigint. */
function withNumbers<Value>(value: Value): Value
function withNumbers(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value)
  if (Array.isArray(value)) return value.map(withNumbers)
  if (!isRecord(value) || value instanceof Uint8Array) return value
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, withNumbers(member)]))
}

function respond(
  status: number,
  output: object | undefined,
  _addressee: Addressee,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const body = output === undefined ? null : new Uint8Array(encode(defined(output), { typeEncoders: { Date: secondsOf } }))
  return new Response(body, { status, headers: { 'content-type': 'application/cbor', 'smithy-protocol': 'rpc-v2-cbor', ...headers } })
}

const secondsOf = (date: unknown): Token[] => {
  const seconds = date instanceof Date ? date.getTime() / 1000 : 0
  const number = Number.isInteger(seconds) && seconds >= 0 ? new Token(Type.uint, seconds) : new Token(Type.float, seconds)
  return [new Token(Type.tag, EPOCH), number]
}

/** An undefined member is an absent one. */
function defined(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(defined)
  if (value instanceof Map) return defined(Object.fromEntries(value))
  if (!isRecord(value) || value instanceof Date || value instanceof Uint8Array) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]) => (member === undefined || member === null ? [] : [[name, defined(member)]])),
  )
}
