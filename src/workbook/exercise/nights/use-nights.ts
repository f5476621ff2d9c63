import { useEffect, useState } from 'react'
import type { DrawnAlarm } from '#grading/exercise.ts'
import { useOpenCloud, type Cloud, type OpenWorld } from '../../cloud.ts'
import { useHashQuery } from '../../location.ts'
import type { Desk } from '../desk/use-desk.ts'

/** How far the world of a night is. */
export type NightWorld =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'opening'; readonly part: number }
  | { readonly kind: 'open'; readonly cloud: Cloud; readonly world: OpenWorld }
  | { readonly kind: 'failed'; readonly message: string; retry(): void }

export type Nights = {
  readonly alarm: DrawnAlarm
  /** One for each night. */
  readonly worlds: readonly NightWorld[]
  /** Which night is looked at. */
  readonly shown: number
  show(night: number): void
}

const WAITING: NightWorld = { kind: 'waiting' }

type Opened = { readonly key: string; readonly worlds: readonly NightWorld[] }

/** The nights of an alarm's exercise, each a world of its own, made one after the other; nothing for other exercises. */
export function useNights({ drawing }: Desk): Nights | undefined {
  const openCloud = useOpenCloud()
  const [query, changeQuery] = useHashQuery()
  const [opened, setOpened] = useState<Opened>()
  const [attempt, setAttempt] = useState(0)
  const { alarm } = drawing
  const nights = alarm?.nights ?? []
  const key = `${attempt} ${JSON.stringify(nights.map(({ world }) => world))}`
  useEffect(() => {
    if (nights.length === 0) return undefined
    const controller = new AbortController()
    const { signal } = controller
    const tell = (at: number, next: NightWorld) => {
      if (signal.aborted) return
      setOpened((before) => {
        const worlds = before?.key === key ? before.worlds : nights.map(() => WAITING)
        return { key, worlds: worlds.map((world, index) => (index === at ? next : world)) }
      })
    }
    void openAll(openCloud, nights, signal, tell, () => setAttempt(attempt + 1))
    return () => controller.abort()
    // the key says all there is in the nights
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [openCloud, key])
  if (alarm === undefined) return undefined
  const asked = Number(query.get('night') ?? 1) - 1
  return {
    alarm,
    worlds: opened?.key === key ? opened.worlds : nights.map(() => WAITING),
    shown: nights[asked] === undefined ? 0 : asked,
    show: (night) => changeQuery({ night: night === 0 ? undefined : String(night + 1) }),
  }
}

async function openAll(
  openCloud: () => Promise<Cloud>,
  nights: DrawnAlarm['nights'],
  signal: AbortSignal,
  tell: (at: number, world: NightWorld) => void,
  retry: () => void,
): Promise<void> {
  for (const [at, night] of nights.entries()) {
    if (signal.aborted) return
    tell(at, { kind: 'opening', part: 0 })
    try {
      const cloud = await openCloud()
      const onProgress = ({ done, total }: { done: number; total: number }) =>
        tell(at, { kind: 'opening', part: total > 0 ? done / total : 0 })
      tell(at, { kind: 'open', cloud, world: await cloud.openWorld(night.world, { signal, onProgress }) })
    } catch (error) {
      tell(at, { kind: 'failed', message: error instanceof Error ? error.message : String(error), retry })
    }
  }
}
