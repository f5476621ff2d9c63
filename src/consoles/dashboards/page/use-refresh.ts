import { useEffect, useEffectEvent, useRef } from 'react'
import { MINUTE, SECOND, type Millis } from '#lib/time.ts'

export const REFRESHES: readonly { readonly id: string; readonly label: string; readonly every: Millis }[] = [
  { id: 'off', label: 'Auto: off', every: Infinity },
  { id: '5s', label: 'Auto: 5 s', every: 5 * SECOND },
  { id: '10s', label: 'Auto: 10 s', every: 10 * SECOND },
  { id: '30s', label: 'Auto: 30 s', every: 30 * SECOND },
  { id: '1m', label: 'Auto: 1 min', every: MINUTE },
  { id: '5m', label: 'Auto: 5 min', every: 5 * MINUTE },
]

/** Refreshes as the world's time goes on; while its clock stands there is nothing new. */
export function useRefresh(id: string, now: Millis, refresh: () => void): void {
  const last = useRef(now)
  const every = REFRESHES.find((one) => one.id === id)?.every ?? Infinity
  const act = useEffectEvent(refresh)
  useEffect(() => {
    if (Math.abs(now - last.current) < every) return
    last.current = now
    act()
  }, [now, every])
}
