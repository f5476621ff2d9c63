import { useEffect } from 'react'
import type { KnownField } from '#lib/text/language.ts'
import type { TimeRange } from '#lib/time.ts'
import { useTask } from './use-task.ts'

type FieldSource = { fields(account: string, group: string, range: TimeRange, signal: AbortSignal): Promise<readonly KnownField[]> }

/** The fields found in a group's events, with sample values, for suggestions and the list of fields. */
export function useFields(
  source: FieldSource,
  account: string,
  group: string,
  { start: from, end: to }: TimeRange,
): readonly KnownField[] | undefined {
  const { task, start } = useTask<readonly KnownField[]>()
  useEffect(() => {
    if (group !== '') start((signal) => source.fields(account, group, { start: from, end: to }, signal))
  }, [start, source, account, group, from, to])
  return task.status === 'done' ? task.value : undefined
}
