import { useCallback, useMemo, useSyncExternalStore } from 'react'

/**
 * The hash is `#/path?query`. wouter sees the path; the query holds what a link restores. The page's own query string stays empty:
 * reveal.js would merge it into its configuration, and a plain file server knows no routes.
 */
export type HashLocation = { readonly path: string; readonly query: string }

type NavigateOptions = { readonly replace?: boolean; readonly state?: unknown }
export type QueryChange = Readonly<Record<string, string | undefined>>

const listeners = new Set<() => void>()
let navigations = 0
let lastPath: string | undefined

export function splitHash(hash: string): HashLocation {
  const text = hash.replace(/^#?\/?/, '')
  const at = text.indexOf('?')
  return at < 0 ? { path: `/${text}`, query: '' } : { path: `/${text.slice(0, at)}`, query: text.slice(at + 1) }
}

/** `#/exercises/insights/fix?tab=chart`: what a link's href says. */
export function hrefTo(path: string, query: QueryChange = {}): string {
  const text = changeQuery('', query)
  return `#${path}${text === '' ? '' : `?${text}`}`
}

/** A query string with some members set and the undefined ones taken out; the rest keeps its order. */
export function changeQuery(query: string, change: QueryChange): string {
  const parameters = new URLSearchParams(query)
  for (const [name, value] of Object.entries(change)) {
    if (value === undefined) parameters.delete(name)
    else parameters.set(name, value)
  }
  return parameters.toString()
}

const here = (): HashLocation => splitHash(location.hash)
const path = (): string => here().path
const query = (): string => here().query

function notify(): void {
  const now = path()
  if (lastPath !== undefined && now !== lastPath) navigations++
  lastPath = now
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  lastPath ??= path()
  if (listeners.size === 0) {
    addEventListener('hashchange', notify)
    addEventListener('popstate', notify)
  }
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    removeEventListener('hashchange', notify)
    removeEventListener('popstate', notify)
  }
}

/** Goes to `/path` or `/path?query`. */
export function navigate(to: string, { replace = false, state = null }: NavigateOptions = {}): void {
  const target = splitHash(to)
  const hash = `#${target.path}${target.query === '' ? '' : `?${target.query}`}`
  history[replace ? 'replaceState' : 'pushState'](state, '', hash)
  notify()
}

/** Whether the reader has moved within the workbook, so that the focus belongs to the page they came to. */
export const hasNavigated = (): boolean => navigations > 0

const useHashSearch = (): string => useSyncExternalStore(subscribe, query)

/** wouter's location hook. */
export const useHashLocation = Object.assign((): [string, typeof navigate] => [useSyncExternalStore(subscribe, path), navigate], {
  hrefs: (to: string): string => `#${to}`,
  searchHook: useHashSearch,
})

/** The query of the hash, and a way to change some of it in place: no new step in the history, no jump. */
export function useHashQuery(): readonly [URLSearchParams, (change: QueryChange) => void] {
  const text = useHashSearch()
  const parameters = useMemo(() => new URLSearchParams(text), [text])
  const change = useCallback((next: QueryChange) => {
    const now = here()
    const changed = changeQuery(now.query, next)
    if (changed !== now.query) navigate(`${now.path}${changed === '' ? '' : `?${changed}`}`, { replace: true, state: history.state })
  }, [])
  return [parameters, change]
}
