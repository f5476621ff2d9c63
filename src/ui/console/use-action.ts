import { useEffect, useEffectEvent } from 'react'
import { useTask } from '../pane/use-task.ts'

type Action = { readonly isBusy: boolean; readonly error: Error | undefined; run(work: () => Promise<unknown>): void }

/** One change asked of the cloud; `onDone` follows when it has been made. */
export function useAction(onDone: () => void): Action {
  const { task, start } = useTask<true>()
  const done = useEffectEvent(onDone)
  useEffect(() => {
    if (task.status === 'done') done()
  }, [task])
  return {
    isBusy: task.status === 'running',
    error: task.status === 'failed' ? task.error : undefined,
    run: (work) => start(async () => (await work(), true)),
  }
}
