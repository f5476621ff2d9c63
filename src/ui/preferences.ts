import { useSyncExternalStore } from 'react'
import { storageKey } from './storage-key.ts'

export type Theme = 'light' | 'dark' | 'system'
export type Zone = 'utc' | 'local'
export type Preferences = { readonly theme: Theme; readonly zone: Zone }

const themes: readonly Theme[] = ['light', 'dark', 'system']
const zones: readonly Zone[] = ['utc', 'local']
const listeners = new Set<() => void>()
let current: Preferences | undefined

/** A browser may refuse storage altogether; a preference then lasts as long as the tab. */
function read(name: string): string | null {
  try {
    return localStorage.getItem(storageKey(name))
  } catch {
    return null
  }
}

function write(name: string, value: string): void {
  try {
    localStorage.setItem(storageKey(name), value)
  } catch {
    // the tab keeps it, which is all a blocked storage allows
  }
}

const oneOf = <Choice extends string>(choices: readonly Choice[], text: string | null, otherwise: Choice): Choice =>
  choices.find((choice) => choice === text) ?? otherwise

const load = (): Preferences => ({ theme: oneOf(themes, read('theme'), 'system'), zone: oneOf(zones, read('zone'), 'utc') })

export const preferences = (): Preferences => (current ??= load())

const systemIsDark = (): boolean => typeof matchMedia === 'function' && matchMedia('(prefers-color-scheme: dark)').matches

const isDarkNow = (): boolean => {
  const { theme } = preferences()
  return theme === 'dark' || (theme === 'system' && systemIsDark())
}

function changed(): void {
  document.documentElement.classList.toggle('dark', isDarkNow())
  for (const listener of listeners) listener()
}

function set(next: Partial<Preferences>): void {
  current = { ...preferences(), ...next }
  if (next.theme !== undefined) write('theme', next.theme)
  if (next.zone !== undefined) write('zone', next.zone)
  changed()
}

export const setTheme = (theme: Theme): void => set({ theme })
export const setZone = (zone: Zone): void => set({ zone })

/** Follows the system's theme and the other tabs'; call once, from main.tsx. */
export function watchPreferences(): () => void {
  const system = matchMedia('(prefers-color-scheme: dark)')
  const otherTab = (event: StorageEvent) => {
    if (event.key !== storageKey('theme') && event.key !== storageKey('zone')) return
    current = load()
    changed()
  }
  system.addEventListener('change', changed)
  addEventListener('storage', otherTab)
  changed()
  return () => {
    system.removeEventListener('change', changed)
    removeEventListener('storage', otherTab)
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export const usePreferences = (): Preferences => useSyncExternalStore(subscribe, preferences)

/** Whether the page is dark now, whoever decided so. */
export const useDark = (): boolean => useSyncExternalStore(subscribe, isDarkNow)
