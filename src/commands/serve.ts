import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { basename } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { createLogsClient } from '#clients/cloudwatch-logs.ts'
import { createWatchkeeperClient } from '#clients/watchkeeper.ts'
import { DEFAULT_ACCOUNT } from '#backend/accounts.ts'
import { createBackend, type Backend } from '#backend/backend.ts'
import { originProblem, preflight, withOrigin, type OriginRule } from '#backend/wire/cors.ts'
import { isEventStream } from '#backend/wire/protocols/event-stream.ts'
import { LARGEST_BODY } from '#apis/watchkeeper/call.ts'
import { HOUR, runningClock, type Millis } from '#lib/time.ts'
import type { WorldSpec } from '#lib/world-spec.ts'
import { checkSpec } from '#world/index.ts'

const usage = `npm run serve -- [--port N] [--now ISO] [--hours H] [--seed S] [--scenario NAME] [--logs FILE] [--account NUMBER] [--allow-origin ORIGIN]

The simulated cloud over HTTP, on this machine only, for unmodified AWS clients.
  --port N           the port, 4566 when left out; 0 takes any free one
  --now ISO          what time it is when it starts, "2026-11-24T12:00:00Z"
  --hours H          how much has already happened, 3 when left out
  --seed S           which world, a whole number, 1 when left out
  --scenario NAME    what it plays, "company" when left out
  --logs FILE        your own log file, as a log group of the account; may be given more than once
  --account NUMBER   the twelve digits of the account that holds all this, ${DEFAULT_ACCOUNT} when left out
  --allow-origin O   a page's origin that may use this server besides this machine's; may be given more than once`

export type ServeOptions = {
  readonly port: number
  readonly now: Millis | undefined
  readonly hours: number
  readonly home: WorldSpec
  readonly logs: readonly string[]
  readonly account: string
  readonly allowedOrigins: readonly string[]
}

/** A flag that cannot be meant. */
class BadFlag extends Error {}

/** The command line, or a sentence about what is wrong with it. */
export function readOptions(args: readonly string[]): ServeOptions | 'help' {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string', default: '4566' },
      now: { type: 'string' },
      hours: { type: 'string', default: '3' },
      seed: { type: 'string', default: '1' },
      scenario: { type: 'string' },
      logs: { type: 'string', multiple: true, default: [] },
      account: { type: 'string', default: DEFAULT_ACCOUNT },
      'allow-origin': { type: 'string', multiple: true, default: [] },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return 'help'
  return {
    port: wholeNumber('port', values.port, 0, 65_535),
    now: values.now === undefined ? undefined : instant(values.now),
    hours: decimal('hours', values.hours, 0, 72),
    home: home(values.scenario, wholeNumber('seed', values.seed, 0, Number.MAX_SAFE_INTEGER)),
    logs: values.logs,
    account: account(values.account),
    allowedOrigins: values['allow-origin'].map(origin),
  }
}

/** The whole company at a pace one can read along with, and a deploy that goes wrong every hour; other scenarios as they are. */
function home(scenario: string | undefined, seed: number): WorldSpec {
  const spec = scenario === undefined ? { scenario: 'company', seed, with: { rate: 1 }, faults: { 'bad-deploy': {} } } : { scenario, seed }
  const problems = checkSpec(spec)
  if (problems.length > 0) throw new BadFlag(`--scenario cannot be played: ${problems.join('; ')}`)
  return spec
}

function wholeNumber(name: string, text: string, least: number, most: number): number {
  const value = decimal(name, text, least, most)
  if (!Number.isSafeInteger(value)) throw new BadFlag(`--${name} takes a whole number, not "${text}"`)
  return value
}

function decimal(name: string, text: string, least: number, most: number): number {
  const value = Number(text)
  if (text.trim() === '' || !Number.isFinite(value)) throw new BadFlag(`--${name} takes a number, not "${text}"`)
  if (value < least || value > most) throw new BadFlag(`--${name} takes ${least} to ${most}, not ${text}`)
  return value
}

function instant(text: string): Millis {
  const time = /^\d{4}-\d\d-\d\d(?:T|$)/.test(text) ? Date.parse(text) : Number.NaN
  if (Number.isNaN(time)) throw new BadFlag(`--now takes a time like 2026-11-24T12:00:00Z, not "${text}"`)
  if (time < EARLIEST) throw new BadFlag(`--now takes a time from 1971 on, not ${text}`)
  return time
}

/** Whatever has already happened then, happened after 1970 began. */
const EARLIEST = Date.UTC(1971, 0)

function account(text: string): string {
  if (!/^\d{12}$/.test(text)) throw new BadFlag(`--account takes twelve digits, not "${text}"`)
  return text
}

function origin(text: string): string {
  if (!URL.canParse(text) || new URL(text).origin !== text)
    throw new BadFlag(`--allow-origin takes an origin like https://example.org, without a path, not "${text}"`)
  return text
}

/** The cloud of one `serve`: anchored to its start, rounded down to the hour, so much of it already past. */
export function createServedBackend(options: ServeOptions, real: () => Millis): Backend {
  const now = options.now ?? real()
  const start = Math.floor(now / HOUR) * HOUR - options.hours * HOUR
  return createBackend({
    clock: runningClock(now, real),
    real: { now: real },
    seed: real() % 0x1_0000_0000,
    home: { spec: options.home, start },
    homeAccount: options.account,
    pause,
    onBug: console.error,
  })
}

const pause = (duration: Millis, stop: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, duration)
    stop.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })

/** Records what has already happened, so that the first client does not wait for it. */
const warmUp = (backend: Backend, { account: id }: ServeOptions): Promise<unknown> =>
  createLogsClient({ transport: backend.fetch, base: 'http://127.0.0.1/', account: id }).describeLogGroups({ limit: 1 })

/** Loads a person's own logs into the account; what was refused is said. */
async function loadLogs(backend: Backend, options: ServeOptions): Promise<void> {
  const client = createWatchkeeperClient({ transport: backend.fetch, base: 'http://127.0.0.1/' })
  for (const file of options.logs) {
    const report = await client.importLog({ log: new Blob([readLog(file)]), name: basename(file), account: options.account })
    if (report.refusal !== undefined && report.events === 0) throw new BadFlag(`${file} was refused: ${report.refusal}`)
    console.log(`${file}: ${report.events} events of ${report.lines} lines in log group ${report.group}`)
    if (report.refusal !== undefined) console.log(`  ${report.refusal}`)
    for (const { line, text } of report.refused.slice(0, 10)) console.log(`  line ${line} was refused: it ${text}`)
    if (report.refusedCount > 10) console.log(`  ${report.refusedCount - 10} more lines were refused`)
  }
}

function readLog(file: string): Buffer<ArrayBuffer> {
  try {
    return readFileSync(file)
  } catch (failure) {
    throw new BadFlag(`--logs cannot read ${file}: ${failure instanceof Error ? failure.message : String(failure)}`)
  }
}

/** The backend behind a port: Host and Origin are checked before anything is read. */
export function createHttpServer(backend: Backend, rule: OriginRule): Server {
  return createServer((incoming, outgoing) => {
    answer(incoming, backend, rule)
      .catch((failure: unknown) => {
        // the client went away in the middle of its body: nobody is there to answer to
        if (incoming.errored) throw failure
        console.error(failure)
        return Response.json({ __type: 'InternalFailure', message: 'this is a bug of the simulation' }, { status: 500 })
      })
      .then((response) => send(response, outgoing))
      .catch((failure: unknown) => outgoing.destroy(failure instanceof Error ? failure : undefined))
  })
}

async function answer(incoming: IncomingMessage, backend: Backend, rule: OriginRule): Promise<Response> {
  const host = incoming.headers.host ?? null
  // fetch's Request does not know it
  if (incoming.method === 'TRACE') return new Response(null, { status: 405, headers: { allow: 'POST, GET, DELETE, OPTIONS' } })
  const bare = new Request(`http://127.0.0.1${incoming.url ?? '/'}`, { method: incoming.method, headers: headersOf(incoming) })
  const problem = originProblem(bare, host, rule)
  if (problem !== undefined) return Response.json({ __type: 'AccessDeniedException', message: problem }, { status: 403 })
  if (incoming.method === 'OPTIONS') return preflight(bare)
  const body = await bodyOf(incoming)
  const isBare = incoming.method === 'GET' || incoming.method === 'HEAD'
  return withOrigin(await backend.fetch(isBare ? bare : new Request(bare, { method: incoming.method, body })), bare)
}

function headersOf(incoming: IncomingMessage): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headers))
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  return headers
}

/** Just enough is kept for the backend to see that it is too much, and to say so in the client's protocol; the rest is let pass by. */
async function bodyOf(incoming: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Buffer[] = []
  let kept = 0
  for await (const chunk of incoming) {
    const bytes: Buffer = chunk
    if (kept > LARGEST_BODY) continue
    chunks.push(bytes)
    kept += bytes.length
  }
  return new Uint8Array(Buffer.concat(chunks))
}

async function send(response: Response, outgoing: ServerResponse): Promise<void> {
  outgoing.statusCode = response.status
  response.headers.forEach((value, name) => outgoing.setHeader(name, value))
  if (response.body !== null && isEventStream(response)) await sendParts(response.body, outgoing)
  else outgoing.end(new Uint8Array(await response.arrayBuffer()))
}

/** As they come, as fast as the client reads; a client that leaves stops the source. */
async function sendParts(body: ReadableStream<Uint8Array>, outgoing: ServerResponse): Promise<void> {
  const reader = body.getReader()
  let goOn: () => void = () => undefined
  outgoing.on('drain', () => goOn())
  outgoing.on('close', () => {
    goOn()
    reader.cancel().catch(console.error)
  })
  outgoing.flushHeaders()
  for (;;) {
    const { done, value } = await reader.read()
    if (done || outgoing.closed) break
    if (!outgoing.write(value)) await new Promise<void>((resolve) => (goOn = resolve))
  }
  outgoing.end()
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2))
  if (options === 'help') {
    console.log(usage)
    return
  }
  const backend = createServedBackend(options, () => Date.now())
  await warmUp(backend, options)
  await loadLogs(backend, options)
  const server = createHttpServer(backend, { allowed: options.allowedOrigins })
  server.on('error', (failure: NodeJS.ErrnoException) => {
    console.error(failure.code === 'EADDRINUSE' ? `port ${options.port} is taken: --port 0 takes a free one` : failure.message)
    process.exit(2)
  })
  server.listen(options.port, '127.0.0.1', () => announce(server, options))
}

function announce(server: Server, { account: number }: ServeOptions): void {
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  console.log(`the simulated cloud answers at http://127.0.0.1:${port}

  export AWS_ACCESS_KEY_ID=${number} AWS_SECRET_ACCESS_KEY=any AWS_REGION=eu-west-1 AWS_DEFAULT_REGION=eu-west-1
  export AWS_ENDPOINT_URL=http://127.0.0.1:${port}   # older clients: aws --endpoint-url http://127.0.0.1:${port} ...

  aws --endpoint-url http://127.0.0.1:${port} logs describe-log-groups
  aws --endpoint-url http://127.0.0.1:${port} cloudwatch list-metrics`)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  main().catch((failure: unknown) => {
    console.error(failure instanceof Error ? failure.message : failure)
    process.exit(2)
  })
}
