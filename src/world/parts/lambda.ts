import type { Random } from '#lib/random.ts'
import { MINUTE, type Millis } from '#lib/time.ts'
import { happens, hex, logNormal, uuid } from '../chance/draws.ts'
import { functions, type FunctionName } from '../company/services.ts'
import type { Invocation } from '../episode/emission.ts'
import { numberParameter } from '../episode/setting.ts'
import type { Stage } from '../episode/stage.ts'

/** A running copy of a function; it writes one log stream and serves one call at a time. */
type Environment = {
  readonly id: number
  readonly born: Millis
  readonly version: string
  readonly calls: number
  readonly lastUsed: Millis
}

/** What Lambda knows of a function. */
export type FunctionState = { created: number; inUse: number; idle: Environment[] }

export type LambdaTask = {
  readonly part: 'lambda'
  readonly kind: 'release'
  readonly name: FunctionName
  readonly environment: Environment
  readonly survives: boolean
}

/** A function that has been busy for a while: so many warm environments wait. */
export function warmFunction(count: number, version: string, at: Millis): FunctionState {
  const idle = Array.from({ length: count }, (_, id) => ({ id, born: at - warmSince, version, calls: coldMemory, lastUsed: at }))
  return { created: count, inUse: 0, idle }
}

/** A call that has begun; everything after is said in milliseconds from `startedAt`. */
export type Call = {
  readonly invocation: Invocation
  readonly environment: Environment
  readonly startedAt: Millis
  /** Hundredths of a millisecond, as REPORT counts; for the first call of an environment. */
  readonly init: number | undefined
  readonly random: Random
}

/** Every call draws these, whatever comes of it, so that what one call draws never depends on another. */
const recycledShare = 120
/** After so many calls an environment holds all the memory it is going to. */
const coldMemory = 12
const warmSince = 20 * MINUTE

/** Begins a call, on a warm environment if there is one; undefined when the function is at its concurrency: a throttle. */
export function beginCall(
  stage: Stage,
  name: FunctionName,
  random: Random,
  limits?: { readonly version?: string; readonly concurrency?: number },
): Call | undefined {
  const version = limits?.version ?? functions[name].version
  const concurrency = limits?.concurrency ?? functions[name].concurrency
  const requestId = uuid(random)
  const trace = happens(random, Math.round(numberParameter(stage.setting, 'traced') * 100))
    ? { root: traceId(stage.now, random), segment: hex(random, 16) }
    : undefined
  const initMs = Math.max(1, logNormal(random, functions[name].initMs))
  const init = lastMillisecond(initMs, random)
  const state = stage.state.functions[name]
  if (state.inUse >= concurrency) {
    stage.emit(stage.now, { kind: 'lambda.throttle', name })
    return undefined
  }
  const warm = takeWarm(state, version, stage.now - functions[name].idleMs)
  const environment = warm ?? { id: state.created++, born: stage.now, version, calls: 0, lastUsed: stage.now }
  state.inUse++
  const invocation = { name, requestId, environment: { id: environment.id, born: environment.born, version: environment.version }, trace }
  const startedAt = warm === undefined ? stage.now + initMs : stage.now
  if (warm === undefined) {
    stage.emit(stage.now, { kind: 'lambda.init', invocation })
    stage.emit(startedAt, { kind: 'lambda.ready', invocation, init })
  }
  const runningUnreserved = unreserved(stage)
  const runningInAll = runningUnreserved + stage.state.functions['orders-api'].inUse
  stage.emit(startedAt, { kind: 'lambda.start', invocation, running: state.inUse, runningInAll, runningUnreserved })
  return { invocation, environment, startedAt, init: warm === undefined ? init : undefined, random }
}

/** Of the functions without a concurrency of their own: all but orders-api. */
const unreserved = ({ state: { functions: all } }: Stage): number =>
  all.fulfil.inUse + all.extract.inUse + all.load.inUse + all.report.inUse

/** Ends a call that took `ms` milliseconds: END, REPORT, and the environment is free again. */
export function endCall(stage: Stage, call: Call, ms: number, outcome: Outcome = { status: 'success' }): void {
  const { invocation, environment, init, random } = call
  const { memoryMb, usedMb } = functions[invocation.name]
  const at = call.startedAt + ms
  const isKilled = outcome.status === 'timeout' || outcome.errorType === exitError
  const duration = lastMillisecond(ms, random)
  stage.emit(at, {
    kind: 'lambda.end',
    invocation,
    status: outcome.status,
    errorType: outcome.errorType,
    duration: outcome.status === 'timeout' ? ms * 100 : duration,
    init,
    maxMemoryMb: Math.min(memoryMb, (outcome.usedMb ?? usedMb) + Math.min(environment.calls, coldMemory) + (environment.id % 5)),
    producedBytes: outcome.status === 'success' ? 40 + random.below(200) : 0,
    httpStatus: outcome.httpStatus,
  })
  const survives = !isKilled && (functions[invocation.name].idleMs === Infinity || !happens(random, recycledShare))
  stage.schedule(at, { part: 'lambda', kind: 'release', name: invocation.name, environment, survives })
}

/** What Lambda calls it when the kernel ends the process. */
export const exitError = 'Runtime.ExitError'

export type Outcome = {
  readonly status: 'success' | 'error' | 'timeout'
  readonly errorType?: string
  /** What the code holds, where it is not the usual. */
  readonly usedMb?: number
  readonly httpStatus?: number
}

export function handleLambda(task: LambdaTask, { state, now }: Stage): void {
  const known = state.functions[task.name]
  known.inUse--
  if (!task.survives) return
  const { id, born, version, calls } = task.environment
  known.idle.push({ id, born, version, calls: calls + 1, lastUsed: now })
}

/** The environment used last, if its version is the one asked for; those idle too long or of another version are given up. */
function takeWarm(state: FunctionState, version: string, usedSince: Millis): Environment | undefined {
  for (const { version: known, lastUsed } of state.idle) {
    if (known === version && lastUsed >= usedSince) continue
    state.idle = state.idle.filter((environment) => environment.version === version && environment.lastUsed >= usedSince)
    break
  }
  return state.idle.pop()
}

/** Hundredths of a millisecond that come to `ms` when they are rounded up. */
const lastMillisecond = (ms: number, random: Random): number => Math.max(0, ms - 1) * 100 + 1 + random.below(100)

const traceId = (at: Millis, random: Random): string => `1-${Math.floor(at / 1000).toString(16)}-${hex(random, 24)}`
