import type { Diagnostic } from '#lib/text/diagnostic.ts'
import type { ImportReport } from '#lib/import-report.ts'
import type { AlarmState, MetricAlarm } from '#lib/alarm/alarm.ts'
import type { AlarmExplanation, Replay } from '#lib/alarm/replay.ts'
import type { KnownField } from '#lib/text/language.ts'
import type { Made, MadeThing } from '#lib/made.ts'
import type { ClockChange, OpenedWorld, WorldState } from '#lib/opened-world.ts'
import type { TextRange } from '#lib/text/text-range.ts'
import type { Millis, TimeRange } from '#lib/time.ts'
import type { Transport } from '#lib/transport.ts'
import type { WorldSpec } from '#lib/world-spec.ts'
import { jsonCaller } from './json-call.ts'

type Progress = { readonly done: number; readonly total: number }

export type Explanation = { readonly matched: boolean; readonly ranges: readonly TextRange[]; readonly reason: string }

export type ImportLog = {
  readonly log: Blob | string
  /** The file's name: it names the stream, and the group where none is given. */
  readonly name: string
  readonly account?: string
  readonly group?: string
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: Progress) => void
}

/** What our own api said no with, in a sentence. */
export class WatchkeeperError extends Error {
  readonly status: number
  /** Where a text is wrong, if that is why. */
  readonly diagnostics: readonly Diagnostic[]
  /** What is wrong with an alarm, member by member. */
  readonly problems: readonly AlarmProblem[]

  constructor(message: string, status: number, diagnostics: readonly Diagnostic[] = [], problems: readonly AlarmProblem[] = []) {
    super(message)
    this.name = 'WatchkeeperError'
    this.status = status
    this.diagnostics = diagnostics
    this.problems = problems
  }
}

export type AlarmProblem = {
  readonly member: string
  /** As AWS words it. */
  readonly message: string
  /** As a form says it. */
  readonly says: string
}

type ReplayInput = TimeRange & { readonly account: string; readonly alarm: MetricAlarm; readonly initialState?: AlarmState }

type ExplainAlarmInput = {
  readonly account: string
  readonly alarm: MetricAlarm
  readonly at: Millis
  /** The state the evaluation found; INSUFFICIENT_DATA when left out. */
  readonly before?: AlarmState
}

export type Followed = { readonly signal?: AbortSignal; readonly onProgress?: (progress: Progress) => void }

const CHUNK = 1024 * 1024

export type WatchkeeperClient = ReturnType<typeof createWatchkeeperClient>

/** The house's own paths: worlds, explanations, own logs, fields. `base` is the absolute URL of the folder the page lives in. */
export function createWatchkeeperClient({ transport, base }: { readonly transport: Transport; readonly base: string }) {
  const ask = jsonCaller({ transport, folder: new URL('_watchkeeper/', base), errorOf })

  /** Asks again until every event is recorded. */
  const follow = async (first: WorldState, { signal, onProgress }: Followed): Promise<OpenedWorld> => {
    let world = first
    while (world.status === 'loading') {
      onProgress?.({ done: world.done, total: world.total })
      world = (await ask('GET', `worlds/${world.account}`, undefined, signal)) as WorldState
    }
    if (world.status === 'cancelled') throw new WatchkeeperError(world.problem ?? 'making this world was cancelled', 409)
    return world
  }

  return {
    /** Makes a world, or finds it made; done when every event is recorded. Small ones take one request. */
    async openWorld(spec: WorldSpec, options: OpenWorldOptions = {}): Promise<OpenedWorld> {
      const { at, isRunning, ...followed } = options
      const { signal } = followed
      const world = (await ask('POST', 'worlds', { spec, at, isRunning }, signal)) as WorldState
      const cancel = (): void => void ask('DELETE', `worlds/${world.account}`).catch(() => undefined)
      signal?.addEventListener('abort', cancel, { once: true })
      const opened = await follow(world, followed)
      signal?.removeEventListener('abort', cancel)
      return opened
    },

    /** How a world stands; the open world is made by the first who asks. */
    async worldState(account: string, signal?: AbortSignal): Promise<WorldState> {
      return (await ask('GET', `worlds/${account}`, undefined, signal)) as WorldState
    },

    /** The same, done when every event until its now is recorded. */
    async world(account: string, followed: Followed = {}): Promise<OpenedWorld> {
      return follow((await ask('GET', `worlds/${account}`, undefined, followed.signal)) as WorldState, followed)
    },

    /** A world's time: plays 1:1, stands, or jumps forward. */
    async changeClock(account: string, change: ClockChange): Promise<WorldState> {
      return (await ask('POST', `worlds/${account}/clock`, change)) as WorldState
    },

    /** What an alarm would have done; a refused one is an error with `problems`. */
    async replay(input: ReplayInput, signal?: AbortSignal): Promise<Replay> {
      return (await ask('POST', 'replay', input, signal)) as Replay
    },

    /** Why an alarm is in its state after the evaluation at `at`. */
    async explainAlarm(input: ExplainAlarmInput, signal?: AbortSignal): Promise<AlarmExplanation> {
      return (await ask('POST', 'explain', { what: 'alarm', ...input }, signal)) as AlarmExplanation
    },

    /** All that was made in the open consoles and is kept. */
    async made(signal?: AbortSignal): Promise<Made> {
      return (await ask('GET', 'made', undefined, signal)) as Made
    },

    /** Adds things that were exported; one of the same name is replaced. Refused as a whole where one of them is broken. */
    async putMade(things: readonly MadeThing[]): Promise<{ readonly taken: number }> {
      return (await ask('PUT', 'made', { things })) as { readonly taken: number }
    },

    /** Why each message matches or not, with the pieces that made it match. A broken pattern is an error with diagnostics. */
    async explain(
      input: { readonly language: 'filter-pattern'; readonly text: string; readonly messages: readonly string[] },
      signal?: AbortSignal,
    ) {
      const { explanations } = (await ask('POST', 'explain', input, signal)) as { readonly explanations: readonly Explanation[] }
      return explanations
    },

    /** The fields found in a group's events of a time range, with samples. */
    async fields(account: string, group: string, range: TimeRange, signal?: AbortSignal): Promise<readonly KnownField[]> {
      const answer = (await ask('POST', 'fields', { account, group, ...range }, signal)) as { readonly fields: readonly KnownField[] }
      return answer.fields
    },

    /** Takes a person's own log in pieces; what was refused, and why, stands in the report. */
    async importLog({ log, name, account, group, signal, onProgress }: ImportLog): Promise<ImportReport> {
      const blob = typeof log === 'string' ? new Blob([log]) : log
      const { id } = (await ask('POST', 'imports', { name, account, group, size: blob.size }, signal)) as { readonly id: string }
      try {
        for (let done = 0; done < blob.size; done += CHUNK) {
          onProgress?.({ done, total: blob.size })
          const { isOver } = (await ask('POST', `imports/${id}`, await readPiece(blob, done), signal)) as { readonly isOver: boolean }
          if (isOver) break
        }
        return (await ask('POST', `imports/${id}/finish`, {}, signal)) as ImportReport
      } catch (failure) {
        await ask('DELETE', `imports/${id}`).catch(() => undefined)
        throw failure
      }
    },

    async reset(): Promise<void> {
      await ask('POST', 'reset', {})
    },
  }
}

/** A piece of a file, in memory: one that vanished is told apart from a cloud that does not answer. */
async function readPiece(blob: Blob, from: number): Promise<Blob> {
  try {
    return new Blob([await blob.slice(from, from + CHUNK).arrayBuffer()])
  } catch {
    throw new Error('it cannot be read: it is a folder, or was moved or changed meanwhile')
  }
}

export type OpenWorldOptions = Followed & {
  /** Where its clock stands; at the world's end when left out. */
  readonly at?: Millis
  readonly isRunning?: boolean
}

function errorOf(answer: unknown, status: number): WatchkeeperError {
  const { message, diagnostics, problems } = (typeof answer === 'object' && answer !== null ? answer : {}) as RefusedAnswer
  const found = Array.isArray(diagnostics) ? diagnostics : []
  const text = found[0]?.message ?? (typeof message === 'string' ? message : `the answer has status ${status}`)
  return new WatchkeeperError(text, status, found, Array.isArray(problems) ? problems : [])
}

/** As our own api refuses. */
type RefusedAnswer = {
  readonly message?: unknown
  readonly diagnostics?: readonly Diagnostic[]
  readonly problems?: readonly AlarmProblem[]
}
