import { configure } from '@testing-library/react'
import { useState } from 'react'
import { createBackend } from '#backend/backend.ts'
import { createWatchkeeperClient } from '#clients/watchkeeper.ts'
import type { OpenedWorld } from '#lib/opened-world.ts'
import { standingClock } from '#lib/time.ts'
import type { Transport } from '#lib/transport.ts'
import type { WorldSpec } from '#lib/world-spec.ts'
import type { PaneProps } from '#ui/pane/pane-props.ts'

// jsdom has no CSS.escape, which React Aria calls; every browser has.
globalThis.CSS ??= { escape: (text: string) => text.replace(/[^\w-]/g, '\\$&') } as typeof CSS

// A query's answer may take its time on a busy machine; what is asserted is that it comes.
configure({ asyncUtilTimeout: 30_000 })

export const BASE = 'http://localhost/'

export type TestCloud = { readonly transport: Transport; readonly world: OpenedWorld }

/** A cloud of its own with one world in it. */
export async function openCloud(spec: WorldSpec): Promise<TestCloud> {
  const backend = createBackend({ clock: standingClock(Date.parse('2026-03-04T12:00:00Z')), base: '/' })
  const transport: Transport = (request) => backend.fetch(request)
  return { transport, world: await createWatchkeeperClient({ transport, base: BASE }).openWorld(spec) }
}

type HeldProps = Partial<PaneProps> & {
  readonly Pane: (props: PaneProps) => React.ReactNode
  readonly cloud: TestCloud
  readonly start: string
}

/** A pane with somebody who keeps its text. */
export function Held({ Pane, cloud, start, ...props }: HeldProps) {
  const [text, setText] = useState(start)
  const { account, groups, range } = cloud.world
  return (
    <Pane
      variant="exercise"
      {...props}
      transport={cloud.transport}
      base={BASE}
      account={account}
      groups={groups}
      range={range}
      text={text}
      onTextChange={setText}
    />
  )
}
