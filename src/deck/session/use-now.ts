import { useEffect, useState } from 'react'
import type { Clock } from '#lib/time.ts'

/** The room's own clock: the one place where the deck asks what time it is. */
export const wallClock: Clock = { now: () => Date.now() }

/** The time now, told again every `interval` milliseconds while `isRunning`. */
export function useNow(interval: number, isRunning = true, clock: Clock = wallClock): number {
  const [now, setNow] = useState(() => clock.now())
  useEffect(() => {
    if (!isRunning) return
    setNow(clock.now())
    const timer = setInterval(() => setNow(clock.now()), interval)
    return () => clearInterval(timer)
  }, [interval, isRunning, clock])
  return now
}
