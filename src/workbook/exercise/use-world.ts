import { useEffect, useState } from 'react'
import type { WorldSpec } from '#lib/world-spec.ts'
import { useOpenCloud, type Cloud, type OpenWorld } from '../cloud.ts'

export type WorldState =
  | { readonly kind: 'opening' }
  | { readonly kind: 'open'; readonly cloud: Cloud; readonly world: OpenWorld }
  | { readonly kind: 'failed'; readonly message: string }

/** Opens the world a drawing plays in; the prompt is read meanwhile. */
export function useWorld(spec: WorldSpec): WorldState {
  const openCloud = useOpenCloud()
  const [state, setState] = useState<{ readonly key: string; readonly state: WorldState }>()
  const key = JSON.stringify(spec)
  useEffect(() => {
    let current = true
    const show = (next: WorldState) => current && setState({ key, state: next })
    open(openCloud, spec).then(show, (error: unknown) =>
      show({ kind: 'failed', message: error instanceof Error ? error.message : String(error) }),
    )
    return () => {
      current = false
    }
    // the key says all there is in the spec
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [openCloud, key])
  return state?.key === key ? state.state : { kind: 'opening' }
}

async function open(openCloud: () => Promise<Cloud>, spec: WorldSpec): Promise<WorldState> {
  const cloud = await openCloud()
  return { kind: 'open', cloud, world: await cloud.openWorld(spec) }
}
