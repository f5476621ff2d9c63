import { createCloudWatchClient, type LabelledSeries } from '#clients/cloudwatch.ts'
import { AwsError, createLogsClient } from '#clients/cloudwatch-logs.ts'
import { createWatchkeeperClient } from '#clients/watchkeeper.ts'
import type { AlarmState, MetricAlarm } from '#lib/alarm/alarm.ts'
import type { AlarmExplanation, Replay } from '#lib/alarm/replay.ts'
import type { MetricQuery } from '#lib/metric/metric.ts'
import type { OpenedWorld } from '#lib/opened-world.ts'
import type { TextRange } from '#lib/text/text-range.ts'
import { DrivenClock, type Clock, type Millis, type TimeRange } from '#lib/time.ts'
import type { Transport } from '#lib/transport.ts'
import type { WorldSpec } from '#lib/world-spec.ts'
import type { ExerciseLanguage } from '../exercise.ts'
import { programs } from '../programs/index.ts'
import type { Place } from '../programs/program-language.ts'
import type { Outcome, Refused } from '../results/outcome.ts'
import type { ShownLine } from '../verdict.ts'
import { linesAt } from './lines-at.ts'
import { writeLines } from './write-lines.ts'

/** A line of a log with all it takes to write it once more elsewhere. */
export type LoggedLine = ShownLine & { readonly group: string; readonly stream: string }

/** How a filter pattern read one line. */
export type Reading = { readonly matched: boolean; readonly ranges: readonly TextRange[]; readonly reason: string }

/** Where answers are tried: worlds are opened and programs run over the same HTTP a console uses. */
export type Laboratory = {
  run(language: ExerciseLanguage, text: string, world: WorldSpec, signal?: AbortSignal): Promise<Outcome>
  /** Several programs over a few lines and nothing else, in the time of the world they come from. */
  runOnLines(
    language: ExerciseLanguage,
    texts: readonly string[],
    world: WorldSpec,
    lines: readonly LoggedLine[],
  ): Promise<readonly Outcome[]>
  lines(world: WorldSpec): Promise<readonly LoggedLine[]>
  explain(pattern: string, messages: readonly string[]): Promise<readonly Reading[]>
  /** What an alarm would have done in a world; over its whole range unless one is given. */
  replay(alarm: MetricAlarm, world: WorldSpec, options?: ReplayOptions): Promise<Replay>
  explainAlarm(alarm: MetricAlarm, world: WorldSpec, at: Millis, before: AlarmState): Promise<AlarmExplanation>
  /** Series in the order of their queries, over a world's whole range. */
  series(queries: readonly LabelledQuery[], world: WorldSpec, signal?: AbortSignal): Promise<readonly LabelledSeries[]>
  range(world: WorldSpec): Promise<TimeRange>
}

export type ReplayOptions = { readonly range?: TimeRange; readonly signal?: AbortSignal }

export type LabelledQuery = MetricQuery & { readonly label?: string }

/** A fresh backend whose own time is this clock. */
export type BackendFor = (clock: Clock) => { fetch(request: Request): Promise<Response> }

const base = 'http://laboratory.invalid/'
const bench = '900000000001'
/** Outcomes kept, so that a second check of the same answer asks nothing again. */
const usuallyKept = 2000

export function createLaboratory(backendFor: BackendFor, mostKept: number = usuallyKept): Laboratory {
  const clock = new DrivenClock(0)
  const worlds = transportOf(backendFor(clock))
  const benchClock = new DrivenClock(0)
  const benchClient = createLogsClient({ transport: transportOf(backendFor(benchClock)), base, account: bench })
  const watchkeeper = createWatchkeeperClient({ transport: worlds, base })
  const keep = createKeep(mostKept)

  const open = (spec: WorldSpec): Promise<OpenedWorld> => watchkeeper.openWorld(spec)
  const placeOf = async (spec: WorldSpec): Promise<Place> => {
    const { account, groups, range } = await open(spec)
    return { client: createLogsClient({ transport: worlds, base, account }), groups, ...range }
  }

  return {
    run: (language, text, world, signal) =>
      keep(['run', language, text, world], async () => runAt(await placeOf(world), language, text, signal)),
    async runOnLines(language, texts, world, lines) {
      const { start, end } = await placeOf(world)
      const groups = [...new Set(lines.map((line) => line.group))]
      await writeLines(benchClient, benchClock, lines)
      const outcomes: Outcome[] = []
      for (const text of texts) outcomes.push(await runAt({ client: benchClient, groups, start, end }, language, text))
      for (const logGroupName of groups) await benchClient.call('DeleteLogGroup', { logGroupName })
      return outcomes
    },
    lines: async (world) => linesAt(await placeOf(world), ''),
    explain: (pattern, messages) => watchkeeper.explain({ language: 'filter-pattern', text: pattern, messages }),
    replay: (alarm, world, { range, signal } = {}) =>
      keep(['replay', alarm, world, range], async () => {
        const { account, range: whole } = await open(world)
        return watchkeeper.replay({ account, alarm, ...(range ?? whole) }, signal)
      }),
    async explainAlarm(alarm, world, at, before) {
      const { account } = await open(world)
      return watchkeeper.explainAlarm({ account, alarm, at, before })
    },
    series: (queries, world, signal) =>
      keep(['series', queries, world], async () => {
        const { account, range } = await open(world)
        return createCloudWatchClient({ transport: worlds, base, account }).readSeries(queries, range, signal)
      }),
    range: async (world) => (await open(world)).range,
  }
}

type Keep = <T>(key: readonly unknown[], ask: () => Promise<T>) => Promise<T>

/** Remembers what was asked; a failure is asked again. */
function createKeep(mostKept: number): Keep {
  const kept = new Map<string, Promise<unknown>>()
  return <T>(parts: readonly unknown[], ask: () => Promise<T>): Promise<T> => {
    const key = JSON.stringify(parts)
    const known = kept.get(key)
    // a key says what was asked, and so of what type its answer is
    if (known !== undefined) return known as Promise<T>
    const answer = ask()
    if (kept.size >= mostKept) kept.clear()
    kept.set(key, answer)
    answer.catch(() => kept.delete(key))
    return answer
  }
}

const transportOf =
  (backend: ReturnType<BackendFor>): Transport =>
  (request) =>
    backend.fetch(request)

async function runAt(place: Place, language: ExerciseLanguage, text: string, signal?: AbortSignal): Promise<Outcome> {
  try {
    return await programs[language].run(place, text, signal)
  } catch (failure) {
    if (failure instanceof AwsError) return refusedBy(failure)
    throw failure
  }
}

function refusedBy({ message, location }: AwsError): Refused {
  if (location === undefined) return { kind: 'refused', message }
  return { kind: 'refused', message, range: { from: location.startCharOffset, to: location.endCharOffset } }
}
