import { useCallback, useEffect, useRef, useState } from 'react'

export type Task<Value> = {
  readonly status: 'idle' | 'running' | 'done' | 'cancelled' | 'failed'
  /** What there is so far; kept from the run before until the next one has something. */
  readonly value?: Value
  readonly error?: Error
}

type Work<Value> = (signal: AbortSignal, report: (value: Value) => void) => Promise<Value>

/** `start` and `cancel` stay the same from draw to draw. */
export type TaskRunner<Value> = { readonly task: Task<Value>; start(work: Work<Value>): void; cancel(): void }

/** One piece of work at a time: a new start or the component's end cuts off the one before, whose late answers count for nothing. */
export function useTask<Value>(): TaskRunner<Value> {
  const [task, setTask] = useState<Task<Value>>({ status: 'idle' })
  const current = useRef<AbortController>(null)
  useEffect(() => () => current.current?.abort(), [])

  const start = useCallback((work: Work<Value>) => {
    current.current?.abort()
    const controller = new AbortController()
    current.current = controller
    const { signal } = controller
    const tell = (next: (before: Task<Value>) => Task<Value>) => {
      if (!signal.aborted) setTask(next)
    }
    tell((before) => ({ ...before, status: 'running' }))
    work(signal, (value) => tell(() => ({ status: 'running', value }))).then(
      (value) => tell(() => ({ status: 'done', value })),
      (error: unknown) => tell(() => ({ status: 'failed', error: error instanceof Error ? error : new Error(String(error)) })),
    )
  }, [])
  const cancel = useCallback(() => {
    current.current?.abort()
    setTask((before) => (before.status === 'running' ? { ...before, status: 'cancelled' } : before))
  }, [])
  return { task, start, cancel }
}
