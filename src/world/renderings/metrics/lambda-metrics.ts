import type { Dimensions } from '#lib/metric/metric.ts'
import type { Millis } from '#lib/time.ts'
import { functions, type FunctionName } from '../../company/services.ts'
import type { LambdaEmission, PracticeCall } from '../../episode/emission.ts'
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

type CallMetrics = ReturnType<typeof callMetrics>

const callMetricsOf: Readonly<Record<FunctionName | 'practice', CallMetrics>> = {
  practice: callMetrics('practice'),
  'orders-api': callMetrics('orders-api'),
  fulfil: callMetrics('fulfil'),
  extract: callMetrics('extract'),
  load: callMetrics('load'),
  report: callMetrics('report'),
}
const account = measured(namespace, [none], {
  ConcurrentExecutions: 'Count',
  UnreservedConcurrentExecutions: 'Count',
  ClaimedAccountConcurrency: 'Count',
})
const reserved = Object.values(functions).reduce((sum, { isReserved, concurrency }) => sum + (isReserved ? concurrency : 0), 0)

const eventMetrics = (name: string) =>
  measured(namespace, sets(name), { AsyncEventsReceived: 'Count', AsyncEventsDropped: 'Count', AsyncEventAge: 'Milliseconds' })

/** Of the functions that are called by events. */
const eventMetricsOf = new Map(
  Object.values(functions)
    .filter(({ isAsynchronous }) => isAsynchronous)
    .map(({ name }) => [name, eventMetrics(name)]),
)

/** What is measured of the functions of that name. */
export const lambdaMetrics = (...names: readonly (keyof typeof callMetricsOf)[]): readonly Metric[] => [
  ...names.flatMap((name) => Object.values(callMetricsOf[name])),
  ...names.flatMap((name) => (name === 'practice' ? [] : Object.values(eventMetricsOf.get(name) ?? {}))),
  ...(names.some((name) => name !== 'practice') ? Object.values(account) : []),
]

type Of<Kind> = LambdaEmission & { readonly kind: Kind }

export function measureStart(tally: Tally, at: Millis, start: Of<'lambda.start'>): void {
  const { name } = start.invocation
  tally.count(callMetricsOf[name].ConcurrentExecutions, at, start.running)
  tally.count(account.ConcurrentExecutions, at, start.runningInAll)
  tally.count(account.UnreservedConcurrentExecutions, at, start.runningUnreserved)
  tally.count(account.ClaimedAccountConcurrency, at, reserved + start.runningUnreserved)
  const event = eventMetricsOf.get(name)
  if (event === undefined) return
  tally.count(event.AsyncEventsReceived, at, 1)
  tally.count(event.AsyncEventsDropped, at, 0)
  tally.count(event.AsyncEventAge, at, 24 + (at % 57))
}

/** A call is counted in the minute of its start, once its end has shown what became of it. */
export function measureEnd(tally: Tally, at: Millis, { invocation, duration, status }: Of<'lambda.end'>): void {
  measureCall(tally, callMetricsOf[invocation.name], at - Math.ceil(duration / 100), duration / 100, status !== 'success')
}

/** Neither an invocation nor an error. */
export const measureThrottle = (tally: Tally, at: Millis, { name }: Of<'lambda.throttle'>): void =>
  tally.count(callMetricsOf[name].Throttles, at, 1)

function measureCall(tally: Tally, metrics: CallMetrics, startedAt: Millis, durationMs: number, isError: boolean): void {
  tally.count(metrics.Invocations, startedAt, 1)
  tally.count(metrics.Errors, startedAt, isError ? 1 : 0)
  tally.count(metrics.Throttles, startedAt, 0)
  tally.add(metrics.Duration, startedAt, durationMs)
}

/** Tenths of a millisecond that the practice function takes around what it times. */
const practiceOverhead = 12

/** It answers 500 and has not failed: Lambda counts no error. */
export function measurePractice(tally: Tally, at: Millis, { executionTime }: PracticeCall): void {
  const startedAt = at - Math.ceil((executionTime + practiceOverhead) / 10)
  measureCall(tally, callMetricsOf.practice, startedAt, (executionTime + practiceOverhead) / 10, false)
  tally.count(callMetricsOf.practice.ConcurrentExecutions, startedAt, 1)
}
