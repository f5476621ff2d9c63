import { useEffect, useState } from 'react'
import type { WorldEvent } from '../../cloud.ts'
import type { WorkspaceProps } from './workspace-props.ts'

/** Every event of the world shown, in the order of time; undefined while they are read. */
export function useEvents({ cloud, world }: Pick<WorkspaceProps, 'cloud' | 'world'>): readonly WorldEvent[] | undefined {
  const [read, setRead] = useState<{ readonly account: string; readonly events: readonly WorldEvent[] }>()
  const [failure, setFailure] = useState<Error>()
  useEffect(() => {
    let current = true
    Promise.all(world.groups.map((group) => cloud.readEvents(world, group))).then(
      (groups) =>
        current && setRead({ account: world.account, events: groups.flat().sort((left, right) => left.timestamp - right.timestamp) }),
      (error: unknown) => current && setFailure(error instanceof Error ? error : new Error(String(error))),
    )
    return () => {
      current = false
    }
  }, [cloud, world])
  if (failure !== undefined) throw failure
  return read?.account === world.account ? read.events : undefined
}
