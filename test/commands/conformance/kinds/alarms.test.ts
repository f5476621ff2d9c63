import { describe, expect, it } from 'vitest'
import { runCase } from '../../../../src/commands/conformance/run-case.ts'

const passes = async (kind: string, members: Readonly<Record<string, unknown>>) => (await runCase({ id: 'x', kind, ...members })).passed

const limits = (alarm: Readonly<Record<string, unknown>>, valid: boolean) =>
  passes('alarm-limits', {
    alarm: { EvaluationPeriods: 1, Threshold: 1, ComparisonOperator: 'GreaterThanThreshold', ...alarm },
    expect: { valid },
  })

const single = { Statistic: 'Sum', Period: 60 }
const tags = (count: number) => Array.from({ length: count }, (_, at) => ({ Key: `k${at}`, Value: 'v' }))
const metric = (Id: string) => ({
  Id,
  MetricStat: { Metric: { Namespace: 'N', MetricName: Id }, Period: 60, Stat: 'Sum' },
  ReturnData: false,
})
const query = { EvaluationCriteria: { PromQLCriteria: { Query: 'up == 0' } }, EvaluationPeriods: undefined, ComparisonOperator: undefined }

describe('limits are what PutMetricAlarm takes', () => {
  it.each([
    ['tags', { ...single, Tags: tags(50) }, { ...single, Tags: tags(51) }],
    ['actions that are ARNs already', { ...single, OKActions: ['arn:aws:sns:us-east-1:1:a'] }, { ...single, OKActions: ['arn:x'] }],
    [
      'expressions, which are not simulated',
      { Metrics: [metric('m1'), { Id: 'e1', Expression: 'm1 * 2' }] },
      { Metrics: [metric('m1'), { Id: 'e1', Expression: 'm1 * 2' }, { Id: 'e2', Expression: 'm1 * 3' }] },
    ],
    ['intervals of PromQL', { ...query, EvaluationInterval: 20 }, { ...query, EvaluationInterval: 25 }],
  ])('%s', async (_, good, bad) => {
    expect([await limits(good, true), await limits(bad, false)]).toEqual([true, true])
    expect([await limits(good, false), await limits(bad, true)]).toEqual([false, false])
  })
})

it('a band needs only the edge that is compared with', async () => {
  const alarm = { ComparisonOperator: 'GreaterThanUpperThreshold', ThresholdMetricId: 'ad1', EvaluationPeriods: 1, Period: 60 }
  const state = (band: unknown, wanted: string) => passes('alarm-compare', { alarm, value: 9, band, expect: { state: wanted } })
  expect([await state({ upper: 8 }, 'ALARM'), await state({ lower: null, upper: 10 }, 'OK')]).toEqual([true, true])
  expect(await state({ lower: 1 }, 'INSUFFICIENT_DATA')).toBe(true)
})

it('a reason may be of a band', async () => {
  const alarm = { ComparisonOperator: 'LessThanLowerThreshold', ThresholdMetricId: 'ad1', EvaluationPeriods: 1 }
  const reason = 'Thresholds Crossed: 1 datapoint [0.0 (03/10/19 15:58:00)] was less than the lower thresholds [0.02].'
  const change = { alarm, from: 'OK', to: 'ALARM', expect: { reason } }
  const at = '2019-10-03T15:58:00Z'
  expect(await passes('alarm-state-reason', { ...change, datapoints: [{ at, value: 0, band: { lower: 0.02, upper: 0.3 } }] })).toBe(true)
  expect(await passes('alarm-state-reason', { ...change, datapoints: [{ at, value: 0, lower: 0.02 }] })).toBe(true)
})
