import { useCallback, useEffect, useRef, useState } from 'react'
import type { ClockChange, OpenedWorld } from '#lib/opened-world.ts'
import { SECOND, type Millis } from '#lib/time.ts'
import type { Cloud } from '../../cloud.ts'

/** How often the world is asked where its clock stands; between two answers its seconds are counted here. */
const WATCH = 5 * SECOND

export type WorldClock = {
  readonly now: Millis
  readonly isRunning: boolean
  readonly hasEnded: boolean
  /** A change is on its way: a long jump has a while to be played. */
  readonly isBusy: boolean
  readonly error: Error | undefined
  change(change: ClockChange): void
}

type Seen = { readonly now: Millis; readonly isRunning: boolean; readonly at: Millis }

/** The clock of a world, watched by the world's state; other consoles and tabs of this page may move it too. */
export function useWorldClock(cloud: Cloud, world: OpenedWorld): WorldClock {
  const [seen, setSeen] = useState<Seen>(() => ({ now: world.now, isRunning: world.isRunning, at: performance.now() }))
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<Error>()
  const [passed, setPassed] = useState(0)
  const isHere = useRef(true)
  const { account, range } = world

  const take = useCallback(({ now, isRunning }: OpenedWorld) => {
    if (!isHere.current) return
    setSeen({ now, isRunning, at: performance.now() })
    setPassed(0)
  }, [])
  useEffect(() => {
    isHere.current = true
    const watch = setInterval(() => {
      // A world that cannot be asked keeps the time it had; a change says what is wrong.
      cloud.worldState(account).then(take, () => undefined)
    }, WATCH)
    return () => {
      isHere.current = false
      clearInterval(watch)
    }
  }, [cloud, account, take])
  useEffect(() => {
    if (!seen.isRunning) return undefined
    const second = setInterval(() => setPassed(performance.now() - seen.at), SECOND)
    return () => clearInterval(second)
  }, [seen])

  const change = (wanted: ClockChange) => {
    setBusy(true)
    setError(undefined)
    cloud
      .changeClock(account, wanted)
      .then(take, (failure: unknown) => isHere.current && setError(failure instanceof Error ? failure : new Error(String(failure))))
      .finally(() => isHere.current && setBusy(false))
  }
  const now = Math.min(Math.floor(seen.now + (seen.isRunning ? passed : 0)), range.end)
  return { now, isRunning: seen.isRunning && now < range.end, hasEnded: now >= range.end, isBusy, error, change }
}
