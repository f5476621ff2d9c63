import { storageKey } from '#ui/storage-key.ts'
import { readSession, type DeckSession } from './session.ts'
import { isForgotten } from './timer.ts'
import type { Role } from './use-session.ts'

const keyOf = (deckId: string, role: Role): string => storageKey(`deck-session:${deckId}:${role}`)

/** What this window's session was before it was reloaded; a screen that was black, and a timer long over, are not brought back. */
export function keptSession(deckId: string, role: Role, now: number): DeckSession | undefined {
  try {
    const kept = readSession(JSON.parse(sessionStorage.getItem(keyOf(deckId, role)) ?? 'null'))
    if (kept === undefined) return undefined
    const timers = Object.fromEntries(Object.entries(kept.timers).filter(([, timer]) => !isForgotten(timer, now)))
    return { ...kept, isBlack: false, timers }
  } catch {
    return undefined
  }
}

export function keepSession(deckId: string, role: Role, session: DeckSession): void {
  try {
    sessionStorage.setItem(keyOf(deckId, role), JSON.stringify(session))
  } catch {
    // a blocked storage costs a reload its memory, nothing else
  }
}

/** After a reload the address says the slide; the step is kept where it is the same one. */
export function resumeSession(kept: DeckSession | undefined, fresh: DeckSession): DeckSession {
  if (kept === undefined) return fresh
  const step = kept.slideId === fresh.slideId ? kept.step : 0
  return { ...fresh, step, tallies: kept.tallies, timers: kept.timers, revision: Math.max(kept.revision, fresh.revision) }
}
