import { useReducer } from 'react'
import type { LogsClient } from '#clients/cloudwatch-logs.ts'
import { liveTail, type TailQuestion } from '#clients/live-tail/live-tail.ts'
import { messageInSearch } from '#languages/filter-pattern/diagnostics.ts'
import { filterPattern } from '#languages/filter-pattern/index.ts'
import { throwIfRefused } from '#ui/pane/throw-if-refused.ts'
import { useTask } from '#ui/pane/use-task.ts'
import { emptyTail, tailReducer, type TailState } from './tail-state.ts'

export type LiveTail = {
  readonly state: TailState
  readonly isRunning: boolean
  readonly error: Error | undefined
  start(question: TailQuestion): void
  stop(): void
  pause(): void
  resume(): void
  clear(): void
}

/** New events as they come; cut off with the page. */
export function useLiveTail(logs: LogsClient): LiveTail {
  const { task, start, cancel } = useTask<true>()
  const [state, dispatch] = useReducer(tailReducer, emptyTail)
  return {
    state,
    isRunning: task.status === 'running',
    error: task.status === 'failed' ? task.error : undefined,
    start: (question) => {
      dispatch({ kind: 'start' })
      start(async (signal) => {
        throwIfRefused(filterPattern, question.pattern, messageInSearch)
        for await (const update of liveTail(logs, question, signal)) {
          if (signal.aborted) break
          dispatch({ kind: 'update', update })
        }
        return true
      })
    },
    stop: cancel,
    pause: () => dispatch({ kind: 'pause' }),
    resume: () => dispatch({ kind: 'resume' }),
    clear: () => dispatch({ kind: 'clear' }),
  }
}
