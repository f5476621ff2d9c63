import { useCallback, useEffect, useState } from 'react'
import { useTask } from '../pane/use-task.ts'

export type Loaded<Value> = {
  /** What was read; undefined until then, and when something else is asked for. */
  readonly value: Value | undefined
  readonly error: Error | undefined
  readonly isLoading: boolean
  reload(): void
}

/** Reads something when the page opens, whenever `key` changes, and on request; an undefined key reads nothing. */
export function useLoaded<Value>(key: string | undefined, load: (signal: AbortSignal) => Promise<Value>): Loaded<Value> {
  const { task, start } = useTask<{ readonly key: string; readonly value: Value }>()
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    if (key !== undefined) start(async (signal) => ({ key, value: await load(signal) }))
    // the key says what is asked for
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [start, key, attempt])
  const reload = useCallback(() => setAttempt((before) => before + 1), [])
  const isFailed = task.status === 'failed'
  return {
    value: !isFailed && task.value?.key === key ? task.value?.value : undefined,
    error: isFailed ? task.error : undefined,
    isLoading: task.status === 'running',
    reload,
  }
}
