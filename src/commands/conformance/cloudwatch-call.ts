import { cloudwatch } from '#apis/cloudwatch/service.ts'
import { createAccount } from '#backend/accounts.ts'
import { ApiError } from '#lib/operation/api-error.ts'
import { DrivenClock, type Millis } from '#lib/time.ts'
import type { MetricStore } from '#stores/metric-store.ts'
import { recordOf, recordsOf, type Given } from './case-values.ts'

/** One account's CloudWatch, called without a wire: times are milliseconds. */
export type CloudWatchCalls = {
  readonly clock: DrivenClock
  readonly metrics: MetricStore
  call(operation: string, input: Given): Promise<Given>
}

export function startCloudWatch(now: Millis, accountId = '123456789012', region = 'us-east-1'): CloudWatchCalls {
  const clock = new DrivenClock(now)
  const account = createAccount(accountId, clock)
  const context = { ...account, accountId, region, newId: () => 'case' }
  return {
    clock,
    metrics: account.metrics,
    async call(name, input) {
      const operation = cloudwatch.operations.get(name)
      if (operation === undefined) throw new Error(`cannot call ${name}: CloudWatch does not play it`)
      return recordOf(await operation.run(input, context))
    },
  }
}

/** What a call was refused with, or its answer. */
export async function answerOrRefusal(answer: Promise<Given>): Promise<Given | ApiError> {
  try {
    return await answer
  } catch (failure) {
    if (failure instanceof ApiError) return failure
    throw failure
  }
}

/** `{name: value}` as the api lists dimensions. */
export const dimensionsOf = (dimensions: unknown) => Object.entries(recordOf(dimensions)).map(([Name, Value]) => ({ Name, Value }))

/** MetricDataResults with their times in seconds. */
export const resultsOf = (answer: Given) =>
  recordsOf(answer['MetricDataResults']).map((result) => ({
    id: result['Id'],
    label: result['Label'],
    timestamps: secondsOf(result['Timestamps']),
    values: Array.isArray(result['Values']) ? result['Values'].map(Number) : [],
  }))

const secondsOf = (times: unknown): readonly number[] =>
  (Array.isArray(times) ? times : []).map((time) => (time instanceof Date ? time.getTime() / 1000 : NaN))
