import { fromBase64, toBase64 } from '#languages/insights/functions/values/encoding.ts'
import { textOf } from '#languages/insights/functions/values/coercion.ts'
import type { LogGroup } from '#stores/log-store.ts'
import { fieldsOf, GroupFields } from './discovery/group-fields.ts'

/** A result row's `@ptr`: opaque to the reader, stable while the event is kept. */
export const recordPointer = (group: LogGroup, row: number): string => toBase64(`${group.name}\n${group.eventId(row)}`)

/** The name of the group a pointer leads to; undefined where the text is no pointer of ours. */
export const pointerGroup = (pointer: string): string | undefined => partsOf(pointer)?.[0]

/** Every field of the event a pointer leads to, system fields included; `isUnmasked` shows what a data protection policy hides. */
export function readRecord(group: LogGroup, pointer: string, isUnmasked = false): Readonly<Record<string, string>> | undefined {
  const [name, eventId = ''] = partsOf(pointer) ?? []
  const row = name === group.name ? group.rowOf(eventId) : undefined
  if (row === undefined) return undefined
  const record: Record<string, string> = {}
  const isRaw = isUnmasked && !group.masking.isUnused
  for (const [field, value] of (isRaw ? new GroupFields(group, 'raw') : fieldsOf(group)).fieldsOf(row)) record[field] = textOf(value) ?? ''
  return {
    ...record,
    '@message': isRaw ? group.message(row) : group.shownMessage(row),
    '@timestamp': String(group.timestamp(row)),
    '@ingestionTime': String(group.ingestionTime(row)),
    '@logStream': group.stream(row),
  }
}

function partsOf(pointer: string): readonly string[] | undefined {
  const parts = fromBase64(pointer)?.split('\n')
  return parts?.length === 2 ? parts : undefined
}
