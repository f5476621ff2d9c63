import { useEffect } from 'react'
import type { WatchkeeperClient } from '#clients/watchkeeper.ts'
import type { KnownField } from '#lib/language.ts'
import type { TimeRange } from '#lib/time.ts'
import { useTask } from '#ui/pane/use-task.ts'

/** The fields found in a group's events, with sample values. */
export function useFields(client: WatchkeeperClient, account: string, group: string, range: TimeRange): readonly KnownField[] | undefined {
  const { task, start } = useTask<readonly KnownField[]>()
  useEffect(() => {
    if (group !== '') start((signal) => client.fields(account, group, { start: range.start, end: range.end }, signal))
    // `start` is new at every draw; what is asked is the rest.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [client, account, group, range.start, range.end])
  return task.status === 'done' ? task.value : undefined
}
