import { useCallback, useEffect, useState } from 'react'
import { useOpenCloud, type Cloud, type OpenWorld, type OpenCloud } from '../../cloud.ts'
import { HOME_ACCOUNT, type WorldAsked } from './world-asked.ts'

export type ConsoleWorld =
  | { readonly kind: 'opening'; readonly done: number; readonly total: number; cancel(): void }
  | { readonly kind: 'open'; readonly cloud: Cloud; readonly world: OpenWorld }
  | { readonly kind: 'cancelled'; retry(): void }
  | { readonly kind: 'failed'; readonly message: string; retry(): void }

type Progress = { readonly done: number; readonly total: number }
type Kept = { readonly key: string; readonly state: ConsoleWorld }

/** Opens the world a link asks for; undefined for a link that asks for none. */
export function useConsoleWorld(asked: WorldAsked): ConsoleWorld | undefined {
  const openCloud = useOpenCloud()
  const [kept, setKept] = useState<Kept>()
  const [attempt, setAttempt] = useState(0)
  const retry = useCallback(() => setAttempt((before) => before + 1), [])
  const key = asked.kind === 'broken' ? undefined : `${attempt} ${JSON.stringify(asked)}`
  useEffect(() => {
    if (key === undefined) return undefined
    const controller = new AbortController()
    let isHere = true
    const show = (state: ConsoleWorld) => isHere && setKept({ key, state })
    const cancel = () => {
      controller.abort()
      show({ kind: 'cancelled', retry })
    }
    const tell = (progress: Progress) => controller.signal.aborted || show({ kind: 'opening', ...progress, cancel })
    tell({ done: 0, total: 0 })
    open(openCloud, asked, controller.signal, tell).then(show, (error: unknown) => {
      if (!controller.signal.aborted) show({ kind: 'failed', message: error instanceof Error ? error.message : String(error), retry })
    })
    return () => {
      isHere = false
      controller.abort()
    }
    // the key says all there is in what is asked
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [openCloud, key])
  if (key === undefined) return undefined
  return kept?.key === key ? kept.state : { kind: 'opening', done: 0, total: 0, cancel: () => undefined }
}

async function open(
  openCloud: OpenCloud,
  asked: WorldAsked,
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
): Promise<ConsoleWorld> {
  const cloud = await openCloud()
  const options = { signal, onProgress }
  if (asked.kind === 'spec') {
    const clock = asked.at === undefined ? {} : { at: asked.at }
    return { kind: 'open', cloud, world: await cloud.openWorld(asked.spec, { ...options, ...clock }) }
  }
  const account = asked.kind === 'account' ? asked.account : HOME_ACCOUNT
  return { kind: 'open', cloud, world: await cloud.world(account, options) }
}
