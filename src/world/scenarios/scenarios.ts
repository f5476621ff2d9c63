import { HOUR, MINUTE, WEEK } from '#lib/time.ts'
import {
  accessGroup,
  appGroup,
  companyGroups,
  flowGroup,
  functions,
  pipelineGroups,
  practiceGroup,
  shopGroups,
} from '../company/services.ts'
import { apiMetrics } from '../renderings/metrics/api-metrics.ts'
import { hostMetrics } from '../renderings/metrics/host-metrics.ts'
import { lambdaMetrics } from '../renderings/metrics/lambda-metrics.ts'
import { logMetrics } from '../renderings/metrics/log-metrics.ts'
import { queueMetrics } from '../renderings/metrics/queue-metrics.ts'
import { fileMetrics, orderMetrics } from '../renderings/metrics/shop-metrics.ts'
import { storageMetrics } from '../renderings/metrics/storage-metrics.ts'
import { faults } from '../faults/faults.ts'
import { every, failure, from, leak, rate, report, share, traced } from './parameters.ts'
import type { Part, Scenario } from './scenario.ts'

type Parts = readonly Part[]

const practiceParts: Parts = [
  {
    first: [{ part: 'practice', kind: 'call', call: 0 }],
    writes: [practiceGroup],
    measures: [...lambdaMetrics('practice'), ...logMetrics(practiceGroup)],
  },
]

const orderGroups = [functions['orders-api'].group, functions.fulfil.group]
const webGroups = [accessGroup, appGroup, flowGroup]
const fileGroups = [functions.extract.group, functions.load.group]
const reportGroup = functions.report.group

const shopParts: Parts = [
  {
    first: [
      { part: 'orders', kind: 'arrive', request: 0 },
      { part: 'queue', kind: 'poll' },
      { part: 'queue', kind: 'begin' },
    ],
    writes: orderGroups,
    measures: [
      ...lambdaMetrics('orders-api', 'fulfil'),
      ...queueMetrics('orders', 'orders-dlq'),
      ...apiMetrics,
      ...orderMetrics,
      ...logMetrics(...orderGroups),
    ],
  },
  {
    first: [
      { part: 'web', kind: 'arrive', request: 0 },
      { part: 'flows', kind: 'report', minute: 0 },
      { part: 'host', kind: 'begin' },
    ],
    writes: webGroups,
    measures: [...hostMetrics, ...logMetrics(...webGroups)],
  },
]

const pipelineParts: Parts = [
  {
    first: [{ part: 'pipeline', kind: 'day', day: 0 }],
    writes: fileGroups,
    measures: [
      ...lambdaMetrics('extract', 'load'),
      ...queueMetrics('load'),
      ...storageMetrics,
      ...fileMetrics,
      ...logMetrics(...fileGroups),
    ],
  },
  {
    first: [{ part: 'pipeline', kind: 'report', run: 0 }],
    writes: [reportGroup],
    measures: [...lambdaMetrics('report'), ...logMetrics(reportGroup)],
  },
]

const shopFaults = ['bad-deploy', 'poison-message', 'throttling', 'slow-dependency', 'silent-half-hour', 'noisy-cpu']
const pipelineFaults = ['slow-branch', 'slow-file', 'queueing', 'flapping', 'function-leak', 'silent-half-hour', 'upload-stopped']

const practice: Scenario = {
  name: 'practice',
  says: 'one small function that answers 200 or fails, for the first steps',
  start: Date.UTC(2026, 2, 4, 9),
  window: 10 * MINUTE,
  groups: [practiceGroup],
  parameters: [from, failure, share],
  faults: [],
  parts: practiceParts,
}

const shop: Scenario = {
  name: 'shop',
  says: 'customers order through the API, the queue is worked off, www serves its pages: an hour of a Wednesday afternoon',
  start: Date.UTC(2026, 2, 4, 14),
  window: HOUR,
  groups: shopGroups,
  parameters: [from, rate, traced, leak],
  faults: shopFaults,
  parts: shopParts,
}

const pipeline: Scenario = {
  name: 'pipeline',
  says: 'six branches upload their sales, extract reads, load writes, report counts: three weeks from a Monday on',
  start: Date.UTC(2026, 2, 2),
  window: 3 * WEEK,
  groups: pipelineGroups,
  parameters: [from, every(''), report, traced],
  faults: pipelineFaults,
  parts: pipelineParts,
}

const company: Scenario = {
  name: 'company',
  says: 'everything Brightside Cafes runs, in one account: an hour of a Wednesday afternoon',
  start: Date.UTC(2026, 2, 4, 14),
  window: HOUR,
  groups: companyGroups,
  parameters: [from, failure, share, rate, traced, leak, every('5m'), report],
  faults: faults.map(({ name }) => name),
  parts: [...practiceParts, ...shopParts, ...pipelineParts],
}

/** The stories there are. */
export const scenarios: readonly Scenario[] = [practice, shop, pipeline, company]

export const findScenario = (name: string): Scenario | undefined => scenarios.find((scenario) => scenario.name === name)
