import type { FunctionName } from '../company/services.ts'
import { emptyFlows, type FlowState } from '../parts/flows.ts'
import { emptyFunction, type FunctionState } from '../parts/lambda.ts'
import { emptyQueue, type QueueState } from '../parts/queue.ts'

/** What the company is at one moment, beside what is still to come; plain data, so that it can be copied. */
export type CompanyState = {
  readonly functions: Readonly<Record<FunctionName, FunctionState>>
  readonly queue: QueueState
  readonly flows: FlowState
}

export const openCompany = (): CompanyState => ({
  functions: {
    'orders-api': emptyFunction(),
    fulfil: emptyFunction(),
    extract: emptyFunction(),
    load: emptyFunction(),
    report: emptyFunction(),
  },
  queue: emptyQueue(),
  flows: emptyFlows(),
})
