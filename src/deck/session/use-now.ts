import { useCallback, useSyncExternalStore } from 'react'
import type { Clock } from '#lib/time.ts'

/** The room's own clock: the one place where the deck asks what time it is. */
export const wallClock: Clock = { now: () => Date.now() }

/** The time now, in steps of `interval` milliseconds, told again at each of them while `isRunning`. */
export function useNow(interval: number, isRunning = true, clock: Clock = wallClock): number {
  const subscribe = useCallback(
    (tell: () => void) => {
      if (!isRunning) return () => undefined
      const timer = setInterval(tell, interval)
      return () => clearInterval(timer)
    },
    [interval, isRunning],
  )
  return useSyncExternalStore(subscribe, () => Math.floor(clock.now() / interval) * interval)
}
