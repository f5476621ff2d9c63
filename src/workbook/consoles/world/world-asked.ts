import type { Millis } from '#lib/time.ts'
import type { WorldSpec } from '#lib/world-spec.ts'

/** The account of the open world, whose things are kept. */
export const HOME_ACCOUNT = '123456789012'

/** Whose world a link asks for. */
export type WorldAsked =
  | { readonly kind: 'open' }
  | { readonly kind: 'account'; readonly account: string }
  | { readonly kind: 'spec'; readonly spec: WorldSpec; readonly at?: Millis }
  /** Why the link says nothing that could be opened. */
  | { readonly kind: 'broken'; readonly why: string }

export function readWorldAsked(query: URLSearchParams): WorldAsked {
  const text = query.get('world')
  if (text !== null) return readSpec(text, query.get('at'))
  const account = query.get('account')
  if (account === null || account === HOME_ACCOUNT) return { kind: 'open' }
  return /^\d{12}$/.test(account)
    ? { kind: 'account', account }
    : { kind: 'broken', why: `an account is twelve digits, and this link says "${account}"` }
}

function readSpec(text: string, at: string | null): WorldAsked {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { kind: 'broken', why: 'the world in this link is no JSON; part of the address may be missing' }
  }
  if (!isSpec(value)) return { kind: 'broken', why: 'the world in this link names no scenario and no seed' }
  const clock = at !== null && /^\d{1,15}$/.test(at) ? { at: Number(at) } : {}
  return { kind: 'spec', spec: value, ...clock }
}

/** The rest is checked by the cloud, which says what is wrong. */
const isSpec = (value: unknown): value is WorldSpec =>
  typeof value === 'object' &&
  value !== null &&
  'scenario' in value &&
  typeof value.scenario === 'string' &&
  'seed' in value &&
  typeof value.seed === 'number'

/** Whose world it is, as the bar above a console says it. */
export function whoseWorld(asked: WorldAsked, of: string | null): string {
  if (asked.kind === 'open') return 'The open world: Brightside Cafes'
  if (asked.kind === 'account') return 'A world opened in this tab'
  return of === null ? 'A world of its own' : `The world of “${of}”`
}
