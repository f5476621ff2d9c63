import type { Answer } from '#grading/exercise.ts'
import type { Millis } from '#lib/time.ts'
import { isObject, readAnswer } from './read-answer.ts'

export { isObject }

/** All we keep of one exercise. A record is written whole, and the newest one wins. */
export type ExerciseRecord = {
  readonly changedAt: Millis
  /** When it was last begun afresh; an older copy's `done` does not come back. 0 when never. */
  readonly resetAt: Millis
  /** Which drawing is on the desk. */
  readonly drawing: number
  /** The newest answer of each drawing, by its number. */
  readonly answers: Readonly<Record<string, Answer>>
  /** Numbers of the hints shown, of each drawing. */
  readonly hints: Readonly<Record<string, readonly number[]>>
  readonly twinSeen: boolean
  readonly attempts: number
  readonly done?: { readonly help: boolean; readonly at: Millis }
}

export const emptyRecord = (changedAt: Millis): ExerciseRecord => ({
  changedAt,
  resetAt: 0,
  drawing: 0,
  answers: {},
  hints: {},
  twinSeen: false,
  attempts: 0,
})

/** Whether anything was done: an exercise somebody only looked at has no record worth showing. */
export const isTouched = (record: ExerciseRecord | undefined): boolean =>
  record !== undefined && (record.done !== undefined || record.attempts > 0 || Object.keys(record.answers).length > 0)

/** The newer of two records of one exercise. What was done stays done, unless the exercise was begun afresh since. */
export function mergeRecords(left: ExerciseRecord | undefined, right: ExerciseRecord): ExerciseRecord {
  if (left === undefined) return right
  const [newer, older] = right.changedAt >= left.changedAt ? [right, left] : [left, right]
  const survives = older.done !== undefined && older.done.at > newer.resetAt
  const done = bestDone(newer.done, survives ? older.done : undefined)
  return done === undefined ? newer : { ...newer, done }
}

/** A record out of a file into the present ones: what is empty here is filled, what was done in either is done, the newer answer stays. */
export function importRecord(present: ExerciseRecord | undefined, imported: ExerciseRecord, now: Millis): ExerciseRecord {
  const newer = present === undefined || !isTouched(present) || imported.changedAt > present.changedAt ? imported : present
  // done in a future that this clock does not know, it could never be begun afresh
  const brought = imported.done && { ...imported.done, at: Math.min(imported.done.at, now) }
  const done = bestDone(present?.done, brought)
  return { ...newer, ...(done === undefined ? {} : { done }), changedAt: now, resetAt: 0 }
}

/** Done alone is better than done with help, and either than not done. */
export function bestDone(left: ExerciseRecord['done'], right: ExerciseRecord['done']): ExerciseRecord['done'] {
  if (left === undefined || right === undefined) return left ?? right
  return left.help && !right.help ? right : left
}

const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value) && value >= 0
const isCounts = (value: unknown): value is readonly number[] => Array.isArray(value) && value.every(isCount)
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)

function readMap<Value>(value: unknown, read: (member: unknown) => Value | undefined): Readonly<Record<string, Value>> | undefined {
  if (!isObject(value)) return undefined
  const result: Record<string, Value> = {}
  for (const [key, member] of Object.entries(value)) {
    const known = read(member)
    if (known === undefined || !/^\d+$/.test(key)) return undefined
    result[key] = known
  }
  return result
}

function readDone(value: unknown): ExerciseRecord['done'] | 'broken' {
  if (value === undefined) return undefined
  return isObject(value) && typeof value.help === 'boolean' && isNumber(value.at) ? { help: value.help, at: value.at } : 'broken'
}

/** A record out of a storage or a file that anybody may have written to; undefined when it is not one. */
export function readRecord(value: unknown): ExerciseRecord | undefined {
  if (!isObject(value)) return undefined
  const { changedAt, resetAt, drawing, attempts, twinSeen } = value
  const answers = readMap(value.answers, readAnswer)
  const hints = readMap(value.hints, (member) => (isCounts(member) ? member : undefined))
  const done = readDone(value.done)
  if (!isNumber(changedAt) || !isNumber(resetAt) || !isCount(drawing) || !isCount(attempts) || typeof twinSeen !== 'boolean')
    return undefined
  if (answers === undefined || hints === undefined || done === 'broken') return undefined
  return { changedAt, resetAt, drawing, answers, hints, twinSeen, attempts, ...(done === undefined ? {} : { done }) }
}
