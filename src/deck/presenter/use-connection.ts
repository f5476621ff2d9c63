import { useCallback, useEffect, useRef } from 'react'
import { useNow, wallClock } from '#deck/session/use-now.ts'

const askEvery = 3000
const silence = 2.5 * askEvery

/** Whether a stage answers: it is asked every few seconds, and after some silence taken to be closed. */
export function useConnection() {
  const lastHeard = useRef<number | undefined>(undefined)
  const ask = useRef<(() => void) | undefined>(undefined)
  const now = useNow(1000)
  const heard = useCallback(() => {
    lastHeard.current = wallClock.now()
  }, [])
  const bind = useCallback((next: () => void) => {
    ask.current = next
  }, [])
  useEffect(() => {
    const timer = setInterval(() => ask.current?.(), askEvery)
    return () => clearInterval(timer)
  }, [])
  return { isConnected: lastHeard.current !== undefined && now - lastHeard.current < silence, heard, bind }
}
