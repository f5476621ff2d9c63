import { useCallback, useState } from 'react'
import { storageKey } from '#ui/storage-key.ts'
import type { Json } from '../file/json.ts'

/** A dashboard that was changed and not saved: it outlives a reload of this tab. */
type Draft = { readonly dashboard: Json; readonly of: number }

const keyOf = (account: string, uid: string): string => storageKey(`grafana-draft:${account}:${uid}`)

function read(key: string): Draft | undefined {
  try {
    const text = sessionStorage.getItem(key)
    return text === null ? undefined : (JSON.parse(text) as Draft)
  } catch {
    return undefined
  }
}

function write(key: string, draft: Draft | undefined): void {
  try {
    if (draft === undefined) sessionStorage.removeItem(key)
    else sessionStorage.setItem(key, JSON.stringify(draft))
  } catch {
    // a full or blocked storage: the draft lives as long as the page
  }
}

/** The draft of one dashboard; `of` is the version it was made from. */
export function useDraft(account: string, uid: string): readonly [Draft | undefined, (draft: Draft | undefined) => void] {
  const key = keyOf(account, uid)
  const [held, setHeld] = useState(() => ({ key, draft: read(key) }))
  if (held.key !== key) setHeld({ key, draft: read(key) })
  const set = useCallback(
    (draft: Draft | undefined) => {
      write(key, draft)
      setHeld({ key, draft })
    },
    [key],
  )
  return [held.key === key ? held.draft : undefined, set]
}

/** Puts a draft where the page of that dashboard will find it. */
export const leaveDraft = (account: string, uid: string, dashboard: Json): void => write(keyOf(account, uid), { dashboard, of: 0 })
