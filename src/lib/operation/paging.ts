import { hash } from '#lib/random.ts'

/** An opaque token that only the request it was given to understands. */
export function encodeToken(binding: readonly unknown[], position: string): string {
  return btoa(`${seal(binding)}|${encodeURIComponent(position)}`)
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

/** The position in a token; `undefined` where it is none, or another request's. */
export function decodeToken(binding: readonly unknown[], token: string): string | undefined {
  const [mark, position] = partsOf(token) ?? []
  return mark === seal(binding) ? position : undefined
}

/** Some request was given this token. */
export const isToken = (token: string): boolean => partsOf(token) !== undefined

function partsOf(token: string): readonly [mark: string, position: string] | undefined {
  if (!/^[A-Za-z0-9_-]+$/.test(token) || token.length % 4 === 1) return undefined
  const match = /^([0-9a-z]+)\|((?:[A-Za-z0-9\-_.!~*'()]|%[0-9A-F]{2})*)$/.exec(atob(token.replaceAll('-', '+').replaceAll('_', '/')))
  const position = orNothing(() => decodeURIComponent(match?.[2] ?? ''))
  return match?.[1] !== undefined && position !== undefined ? [match[1], position] : undefined
}

/** A token somebody wrote by hand may hold anything. */
function orNothing<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}

const seal = (binding: readonly unknown[]): string => hash(JSON.stringify(binding)).toString(36)

export type Page<T> = { readonly items: readonly T[]; readonly nextToken?: string }

type PageRequest = {
  /** What the token is bound to: the operation and its other parameters. */
  readonly binding: readonly unknown[]
  readonly limit: number
  readonly token: string | undefined
  /** How the service refuses a token that is none of this request. */
  refuse(): Error
}

/** A page of a sorted list: `limit` of those behind the token's key. */
export function page<T>(all: readonly T[], key: (item: T) => string, { binding, limit, token, refuse }: PageRequest): Page<T> {
  const last = token === undefined ? undefined : placeOf(decodeToken(binding, token))
  if (token !== undefined && last === undefined) throw refuse()
  const begin = last === undefined ? 0 : placeBehind(all.map(key), last)
  const end = begin + limit
  const items = all.slice(begin, end)
  const [before, behind] = [all[end - 1], all[end]]
  if (before === undefined || behind === undefined) return { items }
  return { items, nextToken: encodeToken(binding, JSON.stringify([key(before), key(behind)])) }
}

type Place = readonly [before: string, behind: string]

function placeOf(position: string | undefined): Place | undefined {
  const place: unknown = orNothing(() => JSON.parse(position ?? ''))
  const [before, behind]: readonly unknown[] = Array.isArray(place) ? place : []
  return typeof before === 'string' && typeof behind === 'string' ? [before, behind] : undefined
}

/** Behind the last item that was read; at the one that stood behind it where that is gone. */
function placeBehind(keys: readonly string[], [before, behind]: Place): number {
  const at = keys.indexOf(before)
  return at < 0 ? Math.max(0, keys.indexOf(behind)) : at + 1
}
