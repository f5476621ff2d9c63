import { createContext, use } from 'react'
import { invariant } from '#lib/invariant.ts'
import type { Answer, OfferedTable } from '#grading/exercise.ts'
import type { Hint, Verdict } from '#grading/verdict.ts'
import type { ImportReport } from '#lib/import-report.ts'
import type { MadeThing } from '#lib/made.ts'
import type { ClockChange, OpenedWorld, WorldState } from '#lib/opened-world.ts'
import type { Millis } from '#lib/time.ts'
import type { Transport } from '#lib/transport.ts'
import type { WorldSpec } from '#lib/world-spec.ts'

export type OpenWorld = OpenedWorld

export type WorldEvent = { readonly id: string; readonly timestamp: Millis; readonly message: string }

type Question = { readonly exercise: string; readonly drawing: number; readonly answer: Answer }

/** The marking, which runs beside the cloud and never in the page. */
export type Grader = {
  grade(question: Question): Promise<Verdict>
  /** Makes the worlds of a check ahead of it. */
  prepare(question: Omit<Question, 'answer'>): Promise<void>
  /** The results to choose from, where a table is predicted; the one to draw, where a chart is asked for. */
  tables(question: Omit<Question, 'answer'>): Promise<readonly OfferedTable[]>
  /** The next step of the ladder; undefined when there is none left. */
  hint(question: Question & { readonly shown: readonly number[] }): Promise<Hint | undefined>
}

type Watched = {
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void
}

/** What a page asks of the simulated cloud; main.tsx wires it to the worker. */
export type Cloud = {
  readonly transport: Transport
  readonly base: string
  readonly grader: Grader
  openWorld(spec: WorldSpec, options?: Watched & { readonly at?: Millis }): Promise<OpenWorld>
  /** A world made before, when every event until its now is recorded; the open world is made by the first who asks. */
  world(account: string, options?: Watched): Promise<OpenWorld>
  worldState(account: string): Promise<WorldState>
  /** A world's time: plays 1:1, stands, or jumps forward. */
  changeClock(account: string, change: ClockChange): Promise<WorldState>
  /** What was made in the open consoles and is kept. */
  made(): Promise<readonly MadeThing[]>
  /** Takes in what was made elsewhere: all of it, or nothing and an error that says why. */
  putMade(things: readonly MadeThing[]): Promise<void>
  /** Nothing of it leaves the tab. */
  importLog(input: Watched & { readonly log: Blob; readonly name: string; readonly account?: string }): Promise<ImportReport>
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
