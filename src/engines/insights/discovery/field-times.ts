import type { Millis } from '#lib/time.ts'
import type { LogGroup } from '#stores/log-store.ts'
import { fieldsOf } from './group-fields.ts'

/** When the first and the last of these events have the field; what every event has, all of them have. */
export function fieldTimes(
  group: LogGroup,
  name: string,
  accepts: (row: number) => boolean,
): { readonly first: Millis; readonly last: Millis } | undefined {
  const column = always.includes(name) ? undefined : fieldsOf(group).column(name)
  const has = (row: number): boolean => accepts(row) && (column === undefined || column.value(row) !== null)
  let first = 0
  while (first < group.size && !has(first)) first++
  if (first === group.size) return undefined
  let last = group.size - 1
  while (!has(last)) last--
  return { first: group.timestamp(first), last: group.timestamp(last) }
}

const always: readonly string[] = ['@logStream', '@aws.region', '@aws.account', '@source.log', '@message', '@timestamp', '@ingestionTime']
