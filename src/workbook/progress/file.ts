import type { Millis } from '#lib/time.ts'
import { isObject, readRecord, type ExerciseRecord } from './record.ts'
import { readThing, type Here } from './things.ts'

const FORMAT = 'watchkeeper-progress'
const VERSION = 1

type ProgressFile = {
  readonly exportedAt: Millis
  readonly exercises: Readonly<Record<string, ExerciseRecord>>
  readonly here: Here | undefined
}

export type ImportOutcome = { readonly kind: 'taken'; readonly exercises: number } | { readonly kind: 'refused'; readonly reason: string }

/** All progress as one file a person can keep. */
export const writeProgressFile = ({ exportedAt, exercises, here }: ProgressFile): string =>
  `${JSON.stringify({ format: FORMAT, version: VERSION, exportedAt: new Date(exportedAt).toISOString(), here, exercises }, null, 2)}\n`

type Read = { readonly kind: 'file'; readonly file: ProgressFile } | { readonly kind: 'refused'; readonly reason: string }

const refused = (reason: string): Read => ({ kind: 'refused', reason })

/** Reads the whole file or refuses it with the reason; never half of it. */
export function readProgressFile(text: string): Read {
  const value = parseJson(text)
  if (value === undefined) return refused('it is not JSON: it may be cut short, or another kind of file')
  if (!isObject(value) || value.format !== FORMAT) return refused('it is JSON, but not a progress file of this workbook')
  if (value.version !== VERSION) return refused(`it has version ${shown(value.version)}, and this workbook reads version ${VERSION}`)
  if (!isObject(value.exercises)) return refused('its list of exercises is missing')
  const exercises: (readonly [id: string, record: ExerciseRecord])[] = []
  for (const [id, member] of Object.entries(value.exercises)) {
    const record = readRecord(member)
    if (record === undefined) return refused(`what it says of the exercise ${shown(id)} cannot be read`)
    if (!/^[\w-]+\/[\w-]+$/.test(id)) return refused(`it names ${shown(id)}, which is no exercise`)
    exercises.push([id, record])
  }
  const here = readThing('here', value.here)
  return {
    kind: 'file',
    file: { exportedAt: 0, exercises: Object.fromEntries(exercises), here: here?.kind === 'here' ? here.here : undefined },
  }
}

/** What a file says, short enough to be said again. */
function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'none'
  return text.length > 60 ? `${text.slice(0, 57)}...` : text
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
