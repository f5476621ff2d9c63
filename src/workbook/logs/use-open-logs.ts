import { useEffect, useState } from 'react'
import { MINUTE } from '#lib/time.ts'
import type { WorldSpec } from '#lib/world-spec.ts'
import { useOpenCloud, type Cloud, type OpenWorld } from '../cloud.ts'

/** The company as everybody who opens the workbook finds it: one seed, one afternoon, a deploy that went wrong in it. */
const start = Date.UTC(2026, 2, 4, 14)
const openWorld: WorldSpec = { scenario: 'company', seed: 20260304, start, faults: { 'bad-deploy': {} }, with: { rate: 2 } }
const standsAt = start + 45 * MINUTE

/** How a link makes it again. */
export const openAfternoon = { world: openWorld, at: standsAt, of: 'the Logs page' }

export type OpenLogs =
  | { readonly kind: 'opening'; readonly done: number; readonly total: number }
  | { readonly kind: 'open'; readonly cloud: Cloud; readonly world: OpenWorld }
  | { readonly kind: 'failed'; readonly message: string; retry(): void }

/** The open world, 45 minutes into its afternoon. */
export function useOpenLogs(): OpenLogs {
  const openCloud = useOpenCloud()
  const [state, setState] = useState<OpenLogs>({ kind: 'opening', done: 0, total: 0 })
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    const controller = new AbortController()
    const show = (next: OpenLogs) => !controller.signal.aborted && setState(next)
    const open = async () => {
      const cloud = await openCloud()
      const world = await cloud.openWorld(openWorld, {
        signal: controller.signal,
        at: standsAt,
        onProgress: ({ done, total }) => show({ kind: 'opening', done, total }),
      })
      show({ kind: 'open', cloud, world })
    }
    const retry = () => {
      setState({ kind: 'opening', done: 0, total: 0 })
      setAttempt(attempt + 1)
    }
    open().catch((error: unknown) => show({ kind: 'failed', message: error instanceof Error ? error.message : String(error), retry }))
    return () => controller.abort()
  }, [openCloud, attempt])
  return state
}
