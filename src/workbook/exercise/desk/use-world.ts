import { useEffect, useState } from 'react'
import type { WorldSpec } from '#lib/world-spec.ts'
import { useOpenCloud, type Cloud, type OpenWorld } from '../../cloud.ts'

export type WorldState =
  | { readonly kind: 'opening'; /** Of its time, from 0 to 1; undefined while nobody can know. */ readonly part?: number }
  | { readonly kind: 'open'; readonly cloud: Cloud; readonly world: OpenWorld }
  | { readonly kind: 'failed'; readonly message: string; retry(): void }

/** Opens the world a drawing plays in; the prompt is read meanwhile. */
export function useWorld(spec: WorldSpec): WorldState {
  const openCloud = useOpenCloud()
  const [state, setState] = useState<{ readonly key: string; readonly state: WorldState }>()
  const [attempt, setAttempt] = useState(0)
  const key = `${attempt} ${JSON.stringify(spec)}`
  useEffect(() => {
    let current = true
    const show = (next: WorldState) => current && setState({ key, state: next })
    const controller = new AbortController()
    open(openCloud, spec, controller.signal, (part) => show({ kind: 'opening', part })).then(show, (error: unknown) =>
      show({ kind: 'failed', message: error instanceof Error ? error.message : String(error), retry: () => setAttempt(attempt + 1) }),
    )
    return () => {
      current = false
      controller.abort()
    }
    // the key says all there is in the spec
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [openCloud, key])
  return state?.key === key ? state.state : { kind: 'opening' }
}

async function open(
  openCloud: () => Promise<Cloud>,
  spec: WorldSpec,
  signal: AbortSignal,
  tell: (part: number) => void,
): Promise<WorldState> {
  const cloud = await openCloud()
  const world = await cloud.openWorld(spec, { signal, onProgress: ({ done, total }) => tell(total > 0 ? done / total : 0) })
  return { kind: 'open', cloud, world }
}
