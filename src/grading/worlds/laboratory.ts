import { AwsError, createLogsClient, type LogsClient } from '#clients/cloudwatch-logs.ts'
import { createWatchkeeperClient } from '#clients/watchkeeper.ts'
import type { OpenedWorld } from '#lib/opened-world.ts'
import type { TextRange } from '#lib/text-range.ts'
import { DAY, DrivenClock, type Clock } from '#lib/time.ts'
import type { Transport } from '#lib/transport.ts'
import type { WorldSpec } from '#lib/world-spec.ts'
import { columnsOf, withShown } from '../results/columns.ts'
import type { ExerciseLanguage } from '../exercise.ts'
import type { Outcome, Refused } from '../results/outcome.ts'
import type { ShownLine } from '../verdict.ts'

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
}

/** A fresh backend whose own time is this clock. */
export type BackendFor = (clock: Clock) => { fetch(request: Request): Promise<Response> }

const base = 'http://laboratory.invalid/'
const bench = '900000000001'
/** Outcomes kept, so that a second check of the same answer asks nothing again. */
const mostKept = 2000

type Place = { readonly client: LogsClient; readonly groups: readonly string[]; readonly start: number; readonly end: number }

export function createLaboratory(backendFor: BackendFor): Laboratory {
  const clock = new DrivenClock(0)
  const worlds = transportOf(backendFor(clock))
  const benchClock = new DrivenClock(0)
  const benchClient = createLogsClient({ transport: transportOf(backendFor(benchClock)), base, account: bench })
  const watchkeeper = createWatchkeeperClient({ transport: worlds, base })
  const kept = new Map<string, Promise<Outcome>>()

  const open = (spec: WorldSpec): Promise<OpenedWorld> => watchkeeper.openWorld(spec)
  const placeOf = async (spec: WorldSpec): Promise<Place> => {
    const { account, groups, range } = await open(spec)
    return { client: createLogsClient({ transport: worlds, base, account }), groups, ...range }
  }

  return {
    run(language, text, world, signal) {
      const key = `${language}\n${JSON.stringify(world)}\n${text}`
      const known = kept.get(key)
      if (known !== undefined) return known
      const outcome = placeOf(world).then((place) => runAt(place, language, text, signal))
      if (kept.size >= mostKept) kept.clear()
      kept.set(key, outcome)
      outcome.catch(() => kept.delete(key))
      return outcome
    },
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
  }
}

const transportOf =
  (backend: ReturnType<BackendFor>): Transport =>
  (request) =>
    backend.fetch(request)

async function runAt(place: Place, language: ExerciseLanguage, text: string, signal?: AbortSignal): Promise<Outcome> {
  try {
    return language === 'insights' ? await runQuery(place, text, signal) : await runPattern(place, text)
  } catch (failure) {
    if (failure instanceof AwsError) return refusedBy(failure)
    throw failure
  }
}

function refusedBy({ message, location }: AwsError): Refused {
  if (location === undefined) return { kind: 'refused', message }
  return { kind: 'refused', message, range: { from: location.startCharOffset, to: location.endCharOffset } }
}

async function runPattern(place: Place, text: string): Promise<Outcome> {
  const all = await linesAt(place, '')
  return { kind: 'events', events: await linesAt(place, text), total: all.length }
}

async function linesAt({ client, groups }: Place, filterPattern: string): Promise<readonly LoggedLine[]> {
  const found: LoggedLine[] = []
  for (const group of groups) {
    for await (const page of client.filterAll({ logGroupName: group, filterPattern })) {
      for (const { eventId, timestamp, message, logStreamName } of page)
        found.push({ eventId: groups.length > 1 ? `${group} ${eventId}` : eventId, timestamp, message, group, stream: logStreamName })
    }
  }
  return found
}

async function runQuery({ client, groups, start, end }: Place, query: string, signal?: AbortSignal): Promise<Outcome> {
  const { results, statistics } = await client.runQuery({ query, groups, start, end, signal })
  const columns = withShown(columnsOf(query), results)
  const rows = results.map((fields) => {
    const values = new Map(fields.map(({ field, value }) => [field, value]))
    return columns.map((column) => values.get(column) ?? null)
  })
  const { recordsMatched: matched, recordsScanned: scanned, bytesScanned: bytes } = statistics
  // where nothing is asked of them, lines count as matched before they are read
  const total = Math.max(matched, scanned)
  return { kind: 'table', columns, rows, matched, total, bytes }
}

/** CloudWatch takes a day a request, in order, and nothing older than two weeks: the bench's clock goes along. */
async function writeLines(client: LogsClient, clock: DrivenClock, lines: readonly LoggedLine[]): Promise<void> {
  const made = new Set<string>()
  for (const batch of batchesOf(lines)) {
    const [first] = batch
    const last = batch.at(-1)
    if (first === undefined || last === undefined) continue
    const { group: logGroupName, stream: logStreamName } = first
    clock.jump(last.timestamp + 1000)
    if (!made.has(logGroupName)) await client.createLogGroup({ logGroupName })
    if (!made.has(`${logGroupName} ${logStreamName}`)) await client.createLogStream({ logGroupName, logStreamName })
    made.add(logGroupName).add(`${logGroupName} ${logStreamName}`)
    await client.putLogEvents({ logGroupName, logStreamName, logEvents: batch.map(({ timestamp, message }) => ({ timestamp, message })) })
  }
}

const mostBytes = 900_000
const mostEvents = 5_000

function batchesOf(lines: readonly LoggedLine[]): readonly (readonly LoggedLine[])[] {
  const batches: LoggedLine[][] = []
  const open = new Map<string, { batch: LoggedLine[]; bytes: number }>()
  for (const line of [...lines].sort((left, right) => left.timestamp - right.timestamp)) {
    const key = `${line.group} ${line.stream}`
    const current = open.get(key)
    const bytes = line.message.length * 3 + 26
    const [first] = current?.batch ?? []
    const isFull = current !== undefined && (current.bytes + bytes > mostBytes || current.batch.length >= mostEvents)
    if (current === undefined || first === undefined || isFull || line.timestamp - first.timestamp >= DAY) {
      const batch = [line]
      batches.push(batch)
      open.set(key, { batch, bytes })
    } else {
      current.batch.push(line)
      current.bytes += bytes
    }
  }
  return batches
}
