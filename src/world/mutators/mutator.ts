import type { Random } from '#lib/random.ts'
import type { WorldSpec } from '#lib/world-spec.ts'
import type { WorldRecord } from '../record.ts'

export type Log = readonly WorldRecord[]

/** A way to make a log awkward, as logs in life are: what a hidden world has that the one on screen has not. */
export type Mutator = {
  readonly name: string
  /** One line for authors. */
  readonly says: string
  /** What stands after the colon: `ties: durationMs`. */
  readonly takes?: 'field' | 'word' | 'duration'
} & (
  | { readonly change: (log: Log, argument: string, random: Random) => Log }
  | { readonly bend: (spec: WorldSpec, random: Random) => WorldSpec }
)
