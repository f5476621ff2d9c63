import type { Dimensions } from '#lib/metric.ts'
import type { Millis } from '#lib/time.ts'
import type { FunctionName } from '../../company/services.ts'
import type { LambdaEmission } from '../../episode/emission.ts'
import { measured, type Metric } from './metric.ts'
import type { Tally } from './tally.ts'

const namespace = 'AWS/Lambda'
const sets = (name: string): readonly Dimensions[] => [{ FunctionName: name }, { FunctionName: name, Resource: name }]
/** What Lambda publishes for all functions together. */
const none: Dimensions = {}

/** AWS/Lambda of one function: everything is published for it and summed up for all. */
const callMetrics = (name: string) => ({
  ...measured(namespace, [...sets(name), none], { Invocations: 'Count', Errors: 'Count', Throttles: 'Count', Duration: 'Milliseconds' }),
  ...measured(namespace, sets(name), { ConcurrentExecutions: 'Count' }),
})

export type CallMetrics = ReturnType<typeof callMetrics>

const callMetricsOf: Readonly<Record<FunctionName, CallMetrics>> = {
  'orders-api': callMetrics('orders-api'),
  fulfil: callMetrics('fulfil'),
  extract: callMetrics('extract'),
  load: callMetrics('load'),
  report: callMetrics('report'),
}
const account = measured(namespace, [none], { ConcurrentExecutions: 'Count', UnreservedConcurrentExecutions: 'Count' })

/** What is measured of the functions of that name. */
export const lambdaMetrics = (...names: readonly FunctionName[]): readonly Metric[] => [
  ...names.flatMap((name) => Object.values(callMetricsOf[name])),
  ...Object.values(account),
]

/** A call is counted at its start, once its end has shown what became of it; a throttled call is no invocation. */
export function measureLambda(tally: Tally, at: Millis, emission: LambdaEmission): void {
  if (emission.kind === 'lambda.start') {
    const { name } = emission.invocation
    tally.count(callMetricsOf[name].ConcurrentExecutions, at, emission.running)
    tally.count(account.ConcurrentExecutions, at, emission.runningInAll)
    tally.count(account.UnreservedConcurrentExecutions, at, emission.runningInAll)
  } else if (emission.kind === 'lambda.end') {
    const startedAt = at - Math.ceil(emission.duration / 100)
    measureCall(tally, callMetricsOf[emission.invocation.name], startedAt, emission.duration / 100, emission.status !== 'success')
  } else if (emission.kind === 'lambda.throttle') {
    tally.count(callMetricsOf[emission.name].Throttles, at, 1)
  }
}

function measureCall(tally: Tally, metrics: CallMetrics, startedAt: Millis, durationMs: number, isError: boolean): void {
  tally.count(metrics.Invocations, startedAt, 1)
  tally.count(metrics.Errors, startedAt, isError ? 1 : 0)
  tally.count(metrics.Throttles, startedAt, 0)
  tally.add(metrics.Duration, startedAt, durationMs)
}
