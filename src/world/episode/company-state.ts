import type { Millis } from '#lib/time.ts'
import { functions, type FunctionName } from '../company/services.ts'
import { emptyFlows, type FlowState } from '../parts/flows.ts'
import { openHost, type HostState } from '../parts/host.ts'
import { warmFunction, type FunctionState } from '../parts/lambda.ts'
import { emptyLoadQueue, type LoadQueueState } from '../parts/load-queue.ts'
import { emptyQueue, type QueueState } from '../parts/queue.ts'

/** What the company is at one moment, beside what is still to come; plain data, so that it can be copied. */
export type CompanyState = {
  readonly functions: Readonly<Record<FunctionName, FunctionState>>
  readonly queue: QueueState
  readonly loadQueue: LoadQueueState
  readonly host: HostState
  readonly flows: FlowState
}

/** How many environments the functions have when an episode begins: it was an ordinary day until then. */
const warm: Readonly<Record<FunctionName, number>> = { 'orders-api': 4, fulfil: 2, extract: 0, load: 0, report: 0 }

export function openCompany(at: Millis): CompanyState {
  const open = (name: FunctionName): FunctionState => warmFunction(warm[name], functions[name].version, at)
  return {
    functions: {
      'orders-api': open('orders-api'),
      fulfil: open('fulfil'),
      extract: open('extract'),
      load: open('load'),
      report: open('report'),
    },
    queue: emptyQueue(),
    loadQueue: emptyLoadQueue(),
    host: openHost(),
    flows: emptyFlows(),
  }
}
