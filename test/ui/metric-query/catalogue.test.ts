import { describe, expect, it } from 'vitest'
import {
  dimensionsInWords,
  dimensionValuesOf,
  hasMetric,
  metricNamesOf,
  namespacesOf,
  nearestMetrics,
  withName,
} from '#ui/metric-query/catalogue.ts'
import { formatPeriod, parsePeriod, periodProblem } from '#ui/metric-query/period.ts'
import { queryProblem } from '#ui/metric-query/use-series.ts'

const lambda = (metricName: string, dimensions: Record<string, string>) => ({ namespace: 'AWS/Lambda', metricName, dimensions })
const metrics = [
  lambda('Duration', {}),
  lambda('Duration', { FunctionName: 'load' }),
  lambda('Duration', { FunctionName: 'load', Resource: 'load:v1' }),
  lambda('Duration', { FunctionName: 'report' }),
  lambda('Errors', { FunctionName: 'load' }),
  { namespace: 'AWS/SQS', metricName: 'NumberOfMessagesSent', dimensions: { QueueName: 'orders' } },
]

describe('what exists', () => {
  it('is offered once, in order', () => {
    expect(namespacesOf(metrics)).toEqual(['AWS/Lambda', 'AWS/SQS'])
    expect(metricNamesOf(metrics, 'AWS/Lambda')).toEqual(['Duration', 'Errors'])
    expect(metricNamesOf(metrics, 'Shop')).toEqual([])
  })

  it('offers values that go with the other dimensions', () => {
    const chosen = lambda('Duration', { FunctionName: 'load', Resource: 'load:v1' })
    expect(dimensionValuesOf(metrics, chosen, 'FunctionName')).toEqual(['load'])
    expect(dimensionValuesOf(metrics, lambda('Duration', { FunctionName: 'load' }), 'FunctionName')).toEqual(['load', 'report'])
    expect(dimensionValuesOf(metrics, lambda('Duration', { FunctionName: 'nobody', Resource: 'x' }), 'FunctionName')).toEqual([
      'load',
      'report',
    ])
  })

  it('is found by the whole set of dimensions only, in any order', () => {
    expect(hasMetric(metrics, lambda('Duration', { Resource: 'load:v1', FunctionName: 'load' }))).toBe(true)
    expect(hasMetric(metrics, lambda('Duration', { Resource: 'load:v1' }))).toBe(false)
    expect(hasMetric(metrics, lambda('Errors', {}))).toBe(false)
  })
})

describe('what is near', () => {
  it('has the fewest other dimensions', () => {
    const near = nearestMetrics(metrics, lambda('Duration', { Resource: 'load:v1' }), 2)
    expect(near.map(({ dimensions }) => dimensionsInWords(dimensions))).toEqual([
      'FunctionName = load, Resource = load:v1',
      'no dimensions',
    ])
  })

  it('is taken where another name has no such dimensions', () => {
    const from = { namespace: 'AWS/SQS', metricName: 'NumberOfMessagesSent', dimensions: { QueueName: 'orders' } }
    expect(withName(metrics, from, { namespace: 'AWS/Lambda' })).toEqual(lambda('', { QueueName: 'orders' }))
    expect(withName(metrics, lambda('', { QueueName: 'orders' }), { metricName: 'Errors' })).toEqual(
      lambda('Errors', { FunctionName: 'load' }),
    )
    expect(withName(metrics, lambda('Duration', { FunctionName: 'load' }), { metricName: 'Errors' })).toEqual(
      lambda('Errors', { FunctionName: 'load' }),
    )
  })

  it('leaves a name that nothing has, as it was typed', () => {
    expect(withName(metrics, lambda('Errors', { FunctionName: 'load' }), { metricName: 'Mistakes' })).toEqual(
      lambda('Mistakes', { FunctionName: 'load' }),
    )
  })
})

describe('periods', () => {
  it.each([
    [1, '1 second'],
    [60, '1 minute'],
    [90, '90 seconds'],
    [5400, '90 minutes'],
    [86_400, '1 day'],
  ])('writes %d as %s', (period, text) => {
    expect(formatPeriod(period)).toBe(text)
    expect(parsePeriod(text)).toBe(period)
  })

  it.each([
    ['300', 300],
    ['5m', 300],
    [' 2 hours ', 7200],
    ['1.5 min', 90],
    ['soon', undefined],
    ['', undefined],
  ])('reads "%s" as %s', (text, period) => {
    expect(parsePeriod(text)).toBe(period)
  })

  it('says what CloudWatch takes', () => {
    for (const period of [1, 5, 10, 20, 30, 60, 120, 86_400]) expect(periodProblem(period)).toBeUndefined()
    for (const period of [0, 2, 45, 90, -60])
      expect(periodProblem(period)).toBe(`expected 1, 5, 10, 20, 30 or a multiple of 60 seconds, found ${period}`)
  })
})

it('says what keeps a query from being asked', () => {
  const sound = { ...lambda('Duration', {}), statistic: 'p95', period: 60 }
  expect(queryProblem(sound)).toBeUndefined()
  expect(queryProblem({ ...sound, metricName: '' })).toBe('choose a metric')
  expect(queryProblem({ ...sound, period: 90 })).toMatch(/found 90/)
  expect(queryProblem({ ...sound, statistic: 'p101' })).toMatch(/101/)
})
