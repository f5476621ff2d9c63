import { createContext, use } from 'react'
import { invariant } from '#lib/invariant.ts'
import type { Answer } from '#grading/exercise.ts'
import type { Hint, Verdict } from '#grading/verdict.ts'
import type { Millis, TimeRange } from '#lib/time.ts'
import type { Transport } from '#lib/transport.ts'
import type { WorldSpec } from '#lib/world-spec.ts'

/** A world somebody may look at: an account of the simulated cloud. */
export type OpenWorld = { readonly account: string; readonly groups: readonly string[]; readonly range: TimeRange; readonly events: number }

export type WorldEvent = { readonly id: string; readonly timestamp: Millis; readonly message: string }

type Question = { readonly exercise: string; readonly drawing: number; readonly answer: Answer }

/** The marking, which runs beside the cloud and never in the page. */
export type Grader = {
  grade(question: Question): Promise<Verdict>
  /** The next step of the ladder; undefined when there is none left. */
  hint(question: Question & { readonly shown: readonly number[] }): Promise<Hint | undefined>
}

/** A person's own log, taken in line by line. */
export type ImportReport = {
  readonly group: string
  readonly account: string
  readonly range: TimeRange
  readonly taken: number
  readonly lines: number
  readonly refused: readonly { readonly line: number; readonly reason: string }[]
  readonly refusedCount: number
  /** The file had no times of its own. */
  readonly timesMadeUp: boolean
}

/** What a page asks of the simulated cloud; main.tsx wires it to the worker. */
export type Cloud = {
  readonly transport: Transport
  readonly base: string
  readonly grader: Grader
  openWorld(spec: WorldSpec): Promise<OpenWorld>
  /** Every event of a group, in the order of time. */
  readEvents(world: OpenWorld, group: string): Promise<readonly WorldEvent[]>
}

/** Starts the cloud on the first call; the pages that need none never do. */
export type OpenCloud = () => Promise<Cloud>

export const CloudContext = createContext<OpenCloud | undefined>(undefined)

export function useOpenCloud(): OpenCloud {
  const openCloud = use(CloudContext)
  invariant(openCloud !== undefined, 'cannot reach the cloud: this page stands outside the workbook')
  return openCloud
}
