import type { Random } from '#lib/random.ts'
import type { WorldSpec } from '#lib/world-spec.ts'
import type { WorldRecord } from '../record.ts'
import type { WorldSample } from '../sample.ts'

export type Log = readonly WorldRecord[]
export type Samples = readonly WorldSample[]

/** A way to make a log and its metrics awkward, as they are in life: what a hidden world has that the one on screen has not. */
export type Mutator = {
  readonly name: string
  /** One line for authors. */
  readonly says: string
  /** What stands after the colon: `ties: durationMs`. */
  readonly takes?: 'field' | 'word' | 'duration'
} & (
  | {
      readonly change: (log: Log, argument: string, random: Random) => Log
      /** What it does to metrics, if anything; `log` is what `change` was given, empty where there is none, and the draws are the same. */
      readonly changeSamples?: (samples: Samples, argument: string, random: Random, log: Log) => Samples
    }
  | { readonly bend: (spec: WorldSpec, random: Random) => WorldSpec }
)
