import { never } from '#lib/invariant.ts'
import { accountId, functions, region } from '../company/services.ts'
import type { Invocation, LambdaEmission } from '../episode/emission.ts'
import { iso, isoSeconds } from './clock-text.ts'
import { sayEntry } from './function-log.ts'

const runtime = {
  runtimeVersion: 'python:3.13.v42',
  runtimeVersionArn: `arn:aws:lambda:${region}::runtime:5fb4f2d1a3c6e8790b1d3f5a7c9e0b2d4f6a8c0e1b3d5f7a9c1e3b5d7f9a0c2e`,
}
const onDemand = { initializationType: 'on-demand', phase: 'init' }

/** Lambda's JSON log format: its own platform records, and what Python's logging becomes in it. One object an event, no line feed. */
export function lambdaJson(at: number, emission: Exclude<LambdaEmission, { kind: 'lambda.throttle' }>): readonly string[] {
  const { invocation } = emission
  const { requestId } = invocation
  switch (emission.kind) {
    case 'lambda.init':
      return [
        platform(at, 'initStart', {
          ...onDemand,
          ...runtime,
          functionName: invocation.name,
          functionVersion: invocation.environment.version,
        }),
      ]
    case 'lambda.ready':
      return [
        platform(at, 'initRuntimeDone', { ...onDemand, status: 'success' }),
        platform(at, 'initReport', { ...onDemand, status: 'success', metrics: { durationMs: emission.init / 100 } }),
      ]
    case 'lambda.start':
      return [
        platform(at, 'start', { requestId, functionArn: arn(invocation), version: invocation.environment.version, ...tracing(invocation) }),
      ]
    case 'lambda.log': {
      const { message, fields } = sayEntry(emission.entry, invocation.environment.version)
      return [JSON.stringify({ timestamp: isoSeconds(at), level: emission.level, message, logger: 'orders', requestId, ...fields })]
    }
    case 'lambda.raise':
      return [raised(at, emission)]
    case 'lambda.kill':
      return [`${iso(at)} ${requestId} ${killed(emission.cause, emission.afterMs)}\n\n`]
    case 'lambda.end':
      return ended(at, emission)
    default:
      return never(emission)
  }
}

const platform = (at: number, type: string, record: object): string => JSON.stringify({ time: iso(at), type: `platform.${type}`, record })

const arn = ({ name }: Invocation): string => `arn:aws:lambda:${region}:${accountId}:function:${name}`

const tracing = ({ trace }: Invocation): object =>
  trace === undefined
    ? {}
    : { tracing: { spanId: trace.segment, type: 'X-Amzn-Trace-Id', value: `Root=${trace.root};Parent=${trace.segment};Sampled=1` } }

/** What Lambda itself prints, in plain text whatever the log format. */
const killed = (cause: 'timeout' | 'memory', afterMs: number): string =>
  cause === 'timeout' ? `Task timed out after ${(afterMs / 1000).toFixed(2)} seconds` : 'Error: Runtime exited with error: signal: killed'

function raised(at: number, { error, invocation }: LambdaEmission & { kind: 'lambda.raise' }): string {
  const stackTrace = error.frames.map(({ file, line, name, code }) => `  File "${file}", line ${line}, in ${name}\n    ${code}\n`)
  return JSON.stringify({
    timestamp: isoSeconds(at),
    log_level: 'ERROR',
    errorMessage: error.message,
    errorType: error.type,
    requestId: invocation.requestId,
    stackTrace,
  })
}

function ended(at: number, emission: LambdaEmission & { kind: 'lambda.end' }): readonly string[] {
  const { invocation, duration, init, maxMemoryMb, status, producedBytes, errorType } = emission
  const { requestId, name } = invocation
  const durationMs = duration / 100
  const failure = errorType === undefined ? {} : { errorType }
  const metrics = {
    durationMs,
    billedDurationMs: Math.ceil((duration + (init ?? 0)) / 100),
    memorySizeMB: functions[name].memoryMb,
    maxMemoryUsedMB: maxMemoryMb,
    ...(init === undefined ? {} : { initDurationMs: init / 100 }),
  }
  const done = { requestId, status, ...failure, metrics: { durationMs, producedBytes }, ...tracing(invocation) }
  return [platform(at, 'runtimeDone', done), platform(at, 'report', { requestId, metrics, status, ...failure, ...tracing(invocation) })]
}
