import { createContext, use } from 'react'
import { invariant } from '#lib/invariant.ts'
import type { TimeRange } from '#lib/time.ts'
import type { Transport } from '#lib/transport.ts'
import type { WorldSpec } from '#lib/world-spec.ts'

/** A world somebody may look at: an account of the simulated cloud. */
export type OpenWorld = { readonly account: string; readonly groups: readonly string[]; readonly range: TimeRange; readonly events: number }

/** What a page asks of the simulated cloud; main.tsx wires it to the worker. */
export type Cloud = {
  readonly transport: Transport
  readonly base: string
  openWorld(spec: WorldSpec): Promise<OpenWorld>
}

/** Starts the cloud on the first call; the pages that need none never do. */
export type OpenCloud = () => Promise<Cloud>

export const CloudContext = createContext<OpenCloud | undefined>(undefined)

export function useOpenCloud(): OpenCloud {
  const openCloud = use(CloudContext)
  invariant(openCloud !== undefined, 'cannot reach the cloud: this page stands outside the workbook')
  return openCloud
}
