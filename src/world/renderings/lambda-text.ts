import { type PythonError } from '../company/errors.ts'
import { functions } from '../company/services.ts'
import type { LambdaEmission } from '../episode/emission.ts'
import { never } from '#lib/invariant.ts'
import { iso } from './clock-text.ts'
import { sayEntry } from './function-log.ts'

/**
 * Lambda's text log format. Every event ends with a line feed, as captured; REPORT has a tab before it.
 * A call that ran out of time has no line of its own here, only `Status: timeout` in its REPORT.
 */
export function lambdaText(at: number, emission: Exclude<LambdaEmission, { kind: 'lambda.throttle' }>): readonly string[] {
  const { requestId, environment } = emission.invocation
  switch (emission.kind) {
    case 'lambda.init':
    case 'lambda.ready':
      return []
    case 'lambda.start':
      return [`START RequestId: ${requestId} Version: ${environment.version}\n`]
    case 'lambda.log': {
      const { message, fields } = sayEntry(emission.entry, environment.version)
      const hasFields = Object.keys(fields).length > 0
      const fragment = hasFields ? ` ${JSON.stringify({ level: emission.level, ...fields })}` : ''
      return [`[${emission.level}]\t${iso(at)}\t${requestId}\t${message}${fragment}\n`]
    }
    case 'lambda.raise':
      return [`[ERROR] ${emission.error.type}: ${emission.error.message}\nTraceback (most recent call last):\n${traceback(emission.error)}`]
    case 'lambda.kill':
      return emission.cause === 'memory'
        ? [`RequestId: ${requestId} Error: Runtime exited with error: signal: killed\nRuntime.ExitError\n`]
        : []
    case 'lambda.end':
      return [`END RequestId: ${requestId}\n`, report(emission)]
    default:
      return never(emission)
  }
}

function report({ invocation, duration, init, maxMemoryMb, status, errorType }: LambdaEmission & { kind: 'lambda.end' }): string {
  const billed = Math.ceil((duration + (init ?? 0)) / 100)
  const parts = [
    `REPORT RequestId: ${invocation.requestId}`,
    `Duration: ${hundredths(duration)} ms`,
    `Billed Duration: ${billed} ms`,
    `Memory Size: ${functions[invocation.name].memoryMb} MB`,
    `Max Memory Used: ${maxMemoryMb} MB`,
    ...(init === undefined ? [] : [`Init Duration: ${hundredths(init)} ms`]),
    ...(status === 'success' || (status === 'error' && errorType !== 'Runtime.ExitError') ? [] : [`Status: ${status}`]),
    ...(errorType === 'Runtime.ExitError' ? [`Error Type: ${errorType}`] : []),
    ...(invocation.trace === undefined
      ? []
      : [`\nXRAY TraceId: ${invocation.trace.root}`, `SegmentId: ${invocation.trace.segment}`, 'Sampled: true']),
  ]
  return `${parts.join('\t')}\t\n`
}

const hundredths = (value: number): string => `${Math.floor(value / 100)}.${String(value % 100).padStart(2, '0')}`

/** The runtime indents a traceback with no-break spaces. */
const traceback = (error: PythonError): string =>
  error.frames
    .map(({ file, line, name, code }) => `\u00a0\u00a0File "${file}", line ${line}, in ${name}\n\u00a0\u00a0\u00a0\u00a0${code}\n`)
    .join('')
