import type { WatchkeeperContext } from './context.ts'

export type Body = Readonly<Record<string, unknown>>
export type Call = { readonly request: Request; readonly context: WatchkeeperContext; readonly id: string }
export type Route = { readonly method: string; readonly path: RegExp; run(call: Call): Promise<Response> | Response }

/** A sentence for whoever asked wrongly; `details` stand beside it in the answer. */
export class Refusal extends Error {
  readonly status: number
  readonly details: Body

  constructor(status: number, message: string, details: Body = {}) {
    super(message)
    this.status = status
    this.details = details
  }
}

export const json = (value: unknown, status = 200): Response => Response.json(value, { status })

/** As much as a request may weigh. */
export const LARGEST_BODY = 32 * 1024 * 1024
/** A time that every calendar and clock here can write, with room for what an alarm looks back. */
const LATEST = Date.UTC(9999, 0)

const isObject = (value: unknown): value is Body => typeof value === 'object' && value !== null && !Array.isArray(value)

export async function readBytes(request: Request): Promise<Uint8Array> {
  const bytes = await request.arrayBuffer()
  if (bytes.byteLength > LARGEST_BODY) throw new Refusal(413, `a body holds at most ${LARGEST_BODY} bytes`)
  return new Uint8Array(bytes)
}

export async function readBody(request: Request): Promise<Body> {
  const bytes = await readBytes(request)
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    throw new Refusal(400, 'the body is no JSON')
  }
  if (!isObject(value)) throw new Refusal(400, 'the body must be a JSON object')
  return value
}

export function textOf(body: Body, name: string): string {
  const value = body[name]
  if (typeof value !== 'string') throw new Refusal(400, `"${name}" must be a text`)
  return value
}

export function numberOf(body: Body, name: string): number | undefined {
  const value = body[name]
  if (value === undefined) return undefined
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new Refusal(400, `"${name}" must be a number`)
  return value
}

export function timeOf(body: Body, name: string): number | undefined {
  const value = numberOf(body, name)
  if (value !== undefined && !(value >= 0 && value <= LATEST))
    throw new Refusal(400, `"${name}" must be a time from 1970 to 9999 in milliseconds, found ${value}`)
  return value
}

export function accountOf(body: Body): string {
  const account = textOf(body, 'account')
  if (!/^\d{12}$/.test(account)) throw new Refusal(400, 'an account is twelve digits')
  return account
}

export function objectOf(body: Body, name: string): Body {
  const value = body[name]
  if (!isObject(value)) throw new Refusal(400, `"${name}" must be an object`)
  return value
}
