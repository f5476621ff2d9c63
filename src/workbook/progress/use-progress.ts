import { createContext, use, useSyncExternalStore } from 'react'
import { invariant } from '#lib/invariant.ts'
import type { Progress, ProgressStore } from './store.ts'

export const ProgressContext = createContext<ProgressStore | undefined>(undefined)

export function useProgressStore(): ProgressStore {
  const store = use(ProgressContext)
  invariant(store !== undefined, 'cannot read progress: this page stands outside the workbook')
  return store
}

export function useProgress(): Progress {
  const store = useProgressStore()
  return useSyncExternalStore(store.subscribe, store.snapshot)
}
