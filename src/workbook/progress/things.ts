import type { Millis } from '#lib/time.ts'
import { isObject, mergeRecords, readRecord, type ExerciseRecord } from './record.ts'

/** Where the learner was last. */
export type Here = { readonly exercise: string; readonly at: Millis }

/** What progress is made of; each is written, told to other tabs and merged by itself. */
export type Thing =
  | { readonly kind: 'exercise'; readonly id: string; readonly record: ExerciseRecord }
  | { readonly kind: 'here'; readonly here: Here }

const exercisePrefix = 'exercise:'

export const keyOf = (thing: Thing): string => (thing.kind === 'here' ? 'here' : `${exercisePrefix}${thing.id}`)
export const valueOf = (thing: Thing): unknown => (thing.kind === 'here' ? thing.here : thing.record)
export const isThingKey = (key: string): boolean => key === 'here' || key.startsWith(exercisePrefix)

/** What was kept under a key; undefined when it is broken. */
export function readThing(key: string, value: unknown): Thing | undefined {
  if (key === 'here') {
    if (!isObject(value) || typeof value.exercise !== 'string' || typeof value.at !== 'number') return undefined
    return { kind: 'here', here: { exercise: value.exercise, at: value.at } }
  }
  if (!key.startsWith(exercisePrefix)) return undefined
  const record = readRecord(value)
  return record === undefined ? undefined : { kind: 'exercise', id: key.slice(exercisePrefix.length), record }
}

/** The last write of a thing wins. */
export function mergeThings(left: Thing | undefined, right: Thing): Thing {
  if (left?.kind === 'exercise' && right.kind === 'exercise') return { ...right, record: mergeRecords(left.record, right.record) }
  if (left?.kind === 'here' && right.kind === 'here') return right.here.at >= left.here.at ? right : left
  return right
}
