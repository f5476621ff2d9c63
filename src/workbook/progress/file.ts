import { isDeeperThan } from '#lib/depth.ts'
import { madeKinds, type MadeThing } from '#lib/made.ts'
import type { Millis } from '#lib/time.ts'
import { isObject, readRecord, type ExerciseRecord } from './record.ts'
import { readThing, type Here } from './things.ts'

const FORMAT = 'watchkeeper-progress'
/** The second brought what was made in the open consoles. */
const VERSION = 2
const READ: readonly unknown[] = [1, VERSION]

/** A dashboard may be a hundred levels deep. */
const DEEPEST = 120

type ProgressFile = {
  readonly exportedAt: Millis
  readonly exercises: Readonly<Record<string, ExerciseRecord>>
  readonly here: Here | undefined
  /** What was made in the open consoles; only the cloud can read what is in it. */
  readonly made: readonly MadeThing[]
}

export type ImportOutcome = { readonly kind: 'taken'; readonly exercises: number } | { readonly kind: 'refused'; readonly reason: string }

/** All progress as one file a person can keep. */
export const writeProgressFile = ({ exportedAt, exercises, here, made }: ProgressFile): string =>
  `${JSON.stringify({ format: FORMAT, version: VERSION, exportedAt: new Date(exportedAt).toISOString(), here, exercises, made }, null, 2)}\n`

type Read = { readonly kind: 'file'; readonly file: ProgressFile } | { readonly kind: 'refused'; readonly reason: string }

const refused = (reason: string): Read => ({ kind: 'refused', reason })

/** Reads the whole file or refuses it with the reason; never half of it. */
export function readProgressFile(text: string): Read {
  const value = parseJson(text)
  if (value === undefined) return refused('it is not JSON: it may be cut short, or another kind of file')
  if (isDeeperThan(value, DEEPEST)) return refused('it is nested deeper than anything this workbook writes')
  if (!isObject(value) || value.format !== FORMAT) return refused('it is JSON, but not a progress file of this workbook')
  if (!READ.includes(value.version))
    return refused(`it has version ${shown(value.version)}, and this workbook reads versions ${READ.join(' and ')}`)
  if (!isObject(value.exercises)) return refused('its list of exercises is missing')
  const exercises: (readonly [id: string, record: ExerciseRecord])[] = []
  for (const [id, member] of Object.entries(value.exercises)) {
    const record = readRecord(member)
    if (record === undefined) return refused(`what it says of the exercise ${shown(id)} cannot be read`)
    if (!/^[\w-]+\/[\w-]+$/.test(id)) return refused(`it names ${shown(id)}, which is no exercise`)
    exercises.push([id, record])
  }
  const made = readMade(value.made ?? [])
  if (made === undefined) return refused('what it says of alarms, dashboards and saved queries cannot be read')
  const here = readThing('here', value.here)
  return {
    kind: 'file',
    file: { exportedAt: 0, exercises: Object.fromEntries(exercises), here: here?.kind === 'here' ? here.here : undefined, made },
  }
}

/** By its shape: what the things are, the cloud says that takes them in. */
function readMade(value: unknown): readonly MadeThing[] | undefined {
  if (!Array.isArray(value)) return undefined
  const things = value.flatMap((thing: unknown): readonly MadeThing[] => {
    if (!isObject(thing) || typeof thing.id !== 'string' || !isObject(thing.value)) return []
    const kind = madeKinds.find((one) => one === thing.kind)
    return kind === undefined ? [] : [{ kind, id: thing.id, value: thing.value }]
  })
  return things.length === value.length ? things : undefined
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
