import { useCallback, useEffect, useState } from 'react'
import { storageKey } from '#ui/storage-key.ts'
import { useNow, wallClock } from '#deck/session/use-now.ts'

/** When the talk ran: what had passed at the last stop, and since when it runs. */
type Talk = { readonly passed: number; readonly runningSince: number | undefined }

export type TalkClock = {
  readonly now: number
  /** Milliseconds of talk. */
  readonly elapsed: number
  readonly isRunning: boolean
  readonly hasStarted: boolean
  toggle(): void
  reset(): void
}

/** The talk's own clock; it survives a reload of the presenter's window, within its tab. */
export function useTalkClock(deckId: string): TalkClock {
  const key = storageKey(`talk:${deckId}`)
  const [talk, setTalk] = useState<Talk>(() => readTalk(key))
  const now = useNow(1000)
  useEffect(() => writeTalk(key, talk), [key, talk])
  const isRunning = talk.runningSince !== undefined
  const elapsed = talk.passed + (talk.runningSince === undefined ? 0 : Math.max(0, now - talk.runningSince))
  const toggle = useCallback(
    () =>
      setTalk((was) =>
        was.runningSince === undefined
          ? { passed: was.passed, runningSince: wallClock.now() }
          : { passed: was.passed + wallClock.now() - was.runningSince, runningSince: undefined },
      ),
    [],
  )
  const reset = useCallback(() => setTalk({ passed: 0, runningSince: undefined }), [])
  return { now, elapsed, isRunning, hasStarted: isRunning || talk.passed > 0, toggle, reset }
}

const fresh: Talk = { passed: 0, runningSince: undefined }

function readTalk(key: string): Talk {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null')
    if (typeof kept !== 'object' || kept === null || !('passed' in kept) || typeof kept.passed !== 'number') return fresh
    const since = 'runningSince' in kept && typeof kept.runningSince === 'number' ? kept.runningSince : undefined
    return { passed: kept.passed, runningSince: since }
  } catch {
    return fresh
  }
}

function writeTalk(key: string, talk: Talk): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(talk))
  } catch {
    // a blocked storage costs the clock its memory of a reload, nothing else
  }
}
