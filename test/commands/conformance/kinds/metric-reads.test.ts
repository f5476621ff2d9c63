import { expect, it } from 'vitest'
import { runCase } from '../../../../src/commands/conformance/run-case.ts'

const start = 1_699_999_200
const store = [{ namespace: 'App', metricName: 'M', dimensions: {}, points: [{ timestamp: start, value: 7 }] }]
const metric = { namespace: 'App', metricName: 'M', dimensions: {}, period: 60 }
const passes = async (request: object, wanted: object) =>
  (await runCase({ id: 'x', kind: 'metric-query', store, request: { start, end: start + 60, ...metric, ...request }, expect: wanted }))
    .passed

it('GetMetricStatistics is asked for basic and other statistics alike', async () => {
  const datapoints = [{ timestamp: start, unit: 'None', Sum: 7, p90: 7 }]
  const ask = (statistics: object) => passes({ operation: 'GetMetricStatistics', ...statistics }, { unordered: true, datapoints })
  expect(await ask({ statistics: ['Sum', 'p90'] })).toBe(true)
  expect(await ask({ statistics: ['Sum'], extendedStatistics: ['p90'] })).toBe(true)
  expect(await ask({ statistics: ['Sum'] })).toBe(false)
  const none = { operation: 'GetMetricStatistics', statistics: [] }
  expect(await passes(none, { error: 'InvalidParameterCombination' })).toBe(true)
  expect(await passes({ operation: 'GetMetricStatistics', statistics: ['Median'] }, { error: true })).toBe(true)
})

it('a refusal may be wanted without its code', async () => {
  const request = { operation: 'GetMetricData', end: start, queries: [{ id: 'a', ...metric, stat: 'Sum' }] }
  expect(await passes(request, { error: true })).toBe(true)
  expect(await passes(request, { error: 'InvalidParameterValue' })).toBe(false)
})
