import { fromBase64, toBase64 } from '#languages/insights/functions/values/encoding.ts'
import { textOf } from '#languages/insights/functions/values/coercion.ts'
import type { LogGroup } from '#stores/log-store.ts'
import { fieldsOf } from './discovery/group-fields.ts'

/** A result row's `@ptr`: opaque to the reader, stable while the event is kept. */
export const recordPointer = (group: LogGroup, row: number): string => toBase64(`${group.name}\n${group.eventId(row)}`)

/** The name of the group a pointer leads to; undefined where the text is no pointer of ours. */
export const pointerGroup = (pointer: string): string | undefined => partsOf(pointer)?.[0]

/** Every field of the event a pointer leads to, system fields included. */
export function readRecord(group: LogGroup, pointer: string): Readonly<Record<string, string>> | undefined {
  const [name, eventId = ''] = partsOf(pointer) ?? []
  const row = name === group.name ? group.rowOf(eventId) : undefined
  if (row === undefined) return undefined
  const record: Record<string, string> = {}
  for (const [field, value] of fieldsOf(group).fieldsOf(row)) record[field] = textOf(value) ?? ''
  return {
    ...record,
    '@message': group.message(row),
    '@timestamp': String(group.timestamp(row)),
    '@ingestionTime': String(group.ingestionTime(row)),
    '@logStream': group.stream(row),
  }
}

function partsOf(pointer: string): readonly string[] | undefined {
  const parts = fromBase64(pointer)?.split('\n')
  return parts?.length === 2 ? parts : undefined
}
