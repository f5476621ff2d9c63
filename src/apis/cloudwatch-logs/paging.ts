import { hash } from '#lib/random.ts'
import { invalidToken } from './api-error.ts'

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
  return match?.[1] !== undefined && match[2] !== undefined ? [match[1], decodeURIComponent(match[2])] : undefined
}

const seal = (binding: readonly unknown[]): string => hash(JSON.stringify(binding)).toString(36)

export type Page<T> = { readonly items: readonly T[]; readonly nextToken?: string }

/** A page of a sorted list: `limit` of those behind the token's key. */
export function page<T>(
  all: readonly T[],
  key: (item: T) => string,
  request: {
    readonly binding: readonly unknown[]
    readonly limit: number
    readonly token: string | undefined
    readonly refuse?: () => Error
  },
): Page<T> {
  const last = request.token === undefined ? undefined : decodeToken(request.binding, request.token)
  if (request.token !== undefined && last === undefined) throw (request.refuse ?? invalidToken)()
  const begin = last === undefined ? 0 : placeBehind(all.map(key), last)
  const end = begin + request.limit
  const items = all.slice(begin, end)
  const [before, behind] = [all[end - 1], all[end]]
  if (before === undefined || behind === undefined) return { items }
  return { items, nextToken: encodeToken(request.binding, `${key(before)}*${key(behind)}`) }
}

/** Behind the last item that was read; at the one that stood behind it where that is gone. No name of the service holds a `*`. */
function placeBehind(keys: readonly string[], position: string): number {
  const [before = '', behind = ''] = position.split('*')
  const at = keys.indexOf(before)
  return at < 0 ? Math.max(0, keys.indexOf(behind)) : at + 1
}
