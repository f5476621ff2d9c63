import { branchNames } from '../company/branches.ts'

/** Something that goes wrong on purpose. Letters and numbers in brackets are those of the fault catalogue (F1, F2, ...). */
export type Fault = {
  readonly name: string
  readonly says: string
  /** When it begins if the spec does not say: an offset ("+15m") or a time of day ("21:40"). */
  readonly at: string
  /** How long it lasts if the spec does not say; to the end when left out. */
  readonly for?: string
  readonly strength: number
  readonly strengthIs: string
  readonly options: readonly FaultOption[]
}

type FaultOption = {
  readonly name: string
  readonly says: string
  readonly default: string | number
  readonly oneOf?: readonly string[]
}

/** Every fault the company knows; the laws that they bend stand in `parts/`. */
export const faults: readonly Fault[] = [
  {
    name: 'bad-deploy',
    says: 'orders-api v42 raises TypeError where a discount code is present (F1)',
    at: '+15m',
    strength: 18,
    strengthIs: 'how many of 100 calls carry a discount code while v42 runs',
    options: [],
  },
  {
    name: 'poison-message',
    says: 'an order that is no JSON: its batch comes back every minute, five times, then goes to the DLQ (F2)',
    at: '+15m',
    strength: 0.2,
    strengthIs: 'how many of 100 orders are poison',
    options: [],
  },
  {
    name: 'throttling',
    says: 'a campaign on a function that may run few copies of itself: throttled calls leave no log (F3)',
    at: '+15m',
    strength: 4,
    strengthIs: 'times the usual traffic',
    options: [{ name: 'concurrency', says: 'copies of orders-api that may run at once', default: 6 }],
  },
  {
    name: 'slow-dependency',
    says: 'the payments provider answers late: warnings, time-outs, then throttles (F5)',
    at: '+15m',
    strength: 6500,
    strengthIs: "the provider's median answer in milliseconds",
    options: [],
  },
  {
    name: 'slow-branch',
    says: "one branch's files take longer to extract on Mondays",
    at: '+0m',
    strength: 5,
    strengthIs: 'times as long',
    options: [{ name: 'branch', says: 'whose files', default: 'leeds', oneOf: branchNames }],
  },
  {
    name: 'slow-file',
    says: 'what load writes in one minute takes longer, once',
    at: '21:40',
    for: '1m',
    strength: 5,
    strengthIs: 'times as long',
    options: [],
  },
  {
    name: 'queueing',
    says: 'the warehouse is busy and every load waits',
    at: '03:10',
    for: '41m',
    strength: 3.5,
    strengthIs: 'times as long',
    options: [],
  },
  {
    name: 'flapping',
    says: 'load takes long in every other minute',
    at: '+15m',
    strength: 3.5,
    strengthIs: 'times as long, in the slow minutes',
    options: [],
  },
  {
    name: 'function-leak',
    says: 'load keeps memory from call to call until it is killed at 512 MB',
    at: '+0m',
    strength: 3,
    strengthIs: 'megabytes kept by each call',
    options: [],
  },
  {
    name: 'silent-half-hour',
    says: 'report, or another function, is not called at all: a gap, not a zero',
    at: '+15m',
    for: '30m',
    strength: 1,
    strengthIs: 'not used',
    options: [
      {
        name: 'function',
        says: 'which function; without extract there is nothing to load either, without orders-api no order comes at all',
        default: 'report',
        oneOf: ['report', 'extract', 'orders-api'],
      },
    ],
  },
  {
    name: 'upload-stopped',
    says: 'files arrive and nothing calls extract any more (F9)',
    at: '+15m',
    strength: 1,
    strengthIs: 'not used',
    options: [],
  },
  {
    name: 'noisy-cpu',
    says: "web-1's CPU spikes and nothing else moves; no log shows it (F7)",
    at: '+15m',
    strength: 50,
    strengthIs: 'per cent that the spikes pass',
    options: [],
  },
]

export const findFault = (name: string): Fault | undefined => faults.find((fault) => fault.name === name)

/** How strong a fault is if the spec does not say; undefined where strength means nothing. */
export function usualStrength(name: string): number | undefined {
  const fault = findFault(name)
  return fault === undefined || fault.strengthIs === 'not used' ? undefined : fault.strength
}
