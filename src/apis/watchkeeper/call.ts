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

const isObject = (value: unknown): value is Body => typeof value === 'object' && value !== null && !Array.isArray(value)

export async function readBody(request: Request): Promise<Body> {
  const text = await request.text()
  let value: unknown
  try {
    value = JSON.parse(text)
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

export function objectOf(body: Body, name: string): Body {
  const value = body[name]
  if (!isObject(value)) throw new Refusal(400, `"${name}" must be an object`)
  return value
}
