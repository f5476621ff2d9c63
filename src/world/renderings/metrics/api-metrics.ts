import type { Millis } from '#lib/time.ts'
import { api } from '../../company/services.ts'
import type { LambdaEmission } from '../../episode/emission.ts'
import { measured, type Metric } from './metric.ts'
import type { Tally } from './tally.ts'

const metrics = measured('AWS/ApiGateway', [{ ApiName: api.name }, { ApiName: api.name, Stage: api.stage }], {
  Count: 'Count',
  '4XXError': 'Count',
  '5XXError': 'Count',
  Latency: 'Milliseconds',
  IntegrationLatency: 'Milliseconds',
})

/** What API Gateway measures of the API in front of orders-api. */
export const apiMetrics: readonly Metric[] = Object.values(metrics)

type Ended = LambdaEmission & { readonly kind: 'lambda.end' }

/** A request reaches the API when orders-api is called; what the function adds to its own time when it starts cold, customers wait for. */
export function measureAnswer(tally: Tally, at: Millis, { duration, init, httpStatus = 200 }: Ended): void {
  const waited = Math.ceil(duration / 100) + Math.ceil((init ?? 0) / 100)
  // as good as chance, and part of the record already
  const way = duration % 64
  measureRequest(tally, at - waited, { status: httpStatus, integration: waited + 1 + (way & 3), edge: 3 + (way >> 2) })
}

/** A throttled call of the function is a 429 to the customer. */
export const measureRefusal = (tally: Tally, at: Millis): void =>
  measureRequest(tally, at, { status: 429, integration: 5 + (at % 5), edge: 3 + (at % 7) })

/** Milliseconds: what the function and the way to it take, and what is added at the edge. */
type Request = { readonly status: number; readonly integration: number; readonly edge: number }

function measureRequest(tally: Tally, at: Millis, { status, integration, edge }: Request): void {
  tally.count(metrics.Count, at, 1)
  tally.count(metrics['4XXError'], at, status >= 400 && status < 500 ? 1 : 0)
  tally.count(metrics['5XXError'], at, status >= 500 ? 1 : 0)
  tally.count(metrics.IntegrationLatency, at, integration)
  tally.count(metrics.Latency, at, integration + edge)
}
