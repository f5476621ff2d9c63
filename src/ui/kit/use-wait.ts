import { useEffect, useState } from 'react'

export type Wait = 'none' | 'skeleton' | 'progress'

/** How long a person has waited, in the three steps that are shown: nothing, a shape of what comes, counts with a way out. */
export function useWait(isWaiting: boolean): Wait {
  const [wait, setWait] = useState<Wait>('none')
  useEffect(() => {
    if (!isWaiting) return undefined
    const timers = [setTimeout(setWait, 100, 'skeleton'), setTimeout(setWait, 1000, 'progress')]
    return () => {
      for (const timer of timers) clearTimeout(timer)
      setWait('none')
    }
  }, [isWaiting])
  return isWaiting ? wait : 'none'
}
