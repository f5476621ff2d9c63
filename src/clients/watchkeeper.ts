import type { Diagnostic } from '#lib/diagnostic.ts'
import type { KnownField } from '#lib/language.ts'
import type { TextRange } from '#lib/text-range.ts'
import type { Millis, TimeRange } from '#lib/time.ts'
import type { Transport } from '#lib/transport.ts'
import type { WorldSpec } from '#lib/world-spec.ts'

export type OpenedWorld = {
  readonly account: string
  readonly groups: readonly string[]
  readonly range: TimeRange
  /** The world's own time. */
  readonly now: Millis
  readonly events: number
  readonly isRunning: boolean
}

type Progress = { readonly done: number; readonly total: number }

export type Explanation = { readonly matched: boolean; readonly ranges: readonly TextRange[]; readonly reason: string }

type LineNote = { readonly line: number; readonly text: string }

export type ImportReport = {
  readonly account: string
  readonly group: string
  readonly stream: string
  readonly events: number
  readonly lines: number
  readonly range?: TimeRange
  readonly isTimeless: boolean
  readonly refused: readonly LineNote[]
  readonly refusedCount: number
  readonly notes: readonly LineNote[]
  readonly refusal?: string
}

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

  constructor(message: string, status: number, diagnostics: readonly Diagnostic[] = []) {
    super(message)
    this.name = 'WatchkeeperError'
    this.status = status
    this.diagnostics = diagnostics
  }
}

type WorldAnswer = OpenedWorld & Progress & { readonly status: 'loading' | 'ready' | 'cancelled' }

const CHUNK = 1024 * 1024

export type WatchkeeperClient = ReturnType<typeof createWatchkeeperClient>

/** The house's own paths: worlds, explanations, own logs, fields. `base` is the absolute URL of the folder the page lives in. */
export function createWatchkeeperClient({ transport, base }: { readonly transport: Transport; readonly base: string }) {
  const ask = async (method: string, path: string, body?: object | Blob, signal?: AbortSignal): Promise<unknown> => {
    signal?.throwIfAborted()
    const request = new Request(new URL(`_watchkeeper/${path}`, base), {
      method,
      body: body instanceof Blob ? body : body && JSON.stringify(body),
      headers: body instanceof Blob ? { 'content-type': 'application/octet-stream' } : { 'content-type': 'application/json' },
      signal,
    })
    const response = await transport(request)
    signal?.throwIfAborted()
    const answer: unknown = await response.json()
    if (!response.ok) throw errorOf(answer, response.status)
    return answer
  }

  return {
    /** Makes a world, or finds it made; done when every event is recorded. Small ones take one request. */
    async openWorld(spec: WorldSpec, options: OpenWorldOptions = {}): Promise<OpenedWorld> {
      const { signal, onProgress, at, isRunning } = options
      let world = (await ask('POST', 'worlds', { spec, at, isRunning }, signal)) as WorldAnswer
      const cancel = (): void => void ask('DELETE', `worlds/${world.account}`).catch(() => undefined)
      signal?.addEventListener('abort', cancel, { once: true })
      while (world.status === 'loading') {
        onProgress?.({ done: world.done, total: world.total })
        world = (await ask('GET', `worlds/${world.account}`, undefined, signal)) as WorldAnswer
      }
      signal?.removeEventListener('abort', cancel)
      if (world.status === 'cancelled') throw new WatchkeeperError('making this world was cancelled', 409)
      return world
    },

    async world(account: string): Promise<OpenedWorld> {
      return (await ask('GET', `worlds/${account}`)) as WorldAnswer
    },

    /** A world's time: plays 1:1, stands, or jumps forward. */
    async changeClock(account: string, change: { readonly action: 'play' | 'pause' } | { readonly action: 'jump'; readonly to: Millis }) {
      return (await ask('POST', `worlds/${account}/clock`, change)) as OpenedWorld
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
          await ask('POST', `imports/${id}`, await readPiece(blob, done), signal)
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

export type OpenWorldOptions = {
  /** Where its clock stands; at the world's end when left out. */
  readonly at?: Millis
  readonly isRunning?: boolean
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: Progress) => void
}

function errorOf(answer: unknown, status: number): WatchkeeperError {
  const message =
    typeof answer === 'object' && answer !== null && 'message' in answer ? String(answer.message) : `the answer has status ${status}`
  if (typeof answer !== 'object' || answer === null || !('diagnostics' in answer) || !Array.isArray(answer.diagnostics))
    return new WatchkeeperError(message, status)
  const diagnostics = answer.diagnostics as readonly Diagnostic[]
  return new WatchkeeperError(diagnostics[0]?.message ?? message, status, diagnostics)
}
