import { describe, expect, test } from 'vitest'
import { defaultLabels, dynamicLabel, roundStart, type LabelledSeries } from '#engines/metrics/index.ts'
import type { MetricQuery } from '#lib/metric/metric.ts'
import { DAY, MINUTE } from '#lib/time.ts'
import { AT } from './read-samples.ts'

const query = (more: Partial<MetricQuery>): MetricQuery => ({
  namespace: 'App',
  metricName: 'Hits',
  dimensions: {},
  statistic: 'Sum',
  period: 60,
  ...more,
})

describe('default labels', () => {
  test.each([
    ['one metric is called by its name', [query({ dimensions: { Branch: 'Leeds' } })], ['Hits']],
    [
      'a dimension that differs',
      [query({ dimensions: { Branch: 'Leeds' } }), query({ dimensions: { Branch: 'York' } })],
      ['Leeds', 'York'],
    ],
    [
      'dimensions by their names, and one that some lack',
      [query({ dimensions: { Zone: 'a', Branch: 'Leeds' } }), query({ dimensions: { Branch: 'York' } })],
      ['Leeds a', 'York'],
    ],
    ['a metric with nothing to tell it keeps its name', [query({ dimensions: { Branch: 'Leeds' } }), query({})], ['Leeds', 'Hits']],
    [
      'names beside dimensions',
      [query({ dimensions: { B: '1' } }), query({ metricName: 'Errors', dimensions: { B: '2' } })],
      ['1 Hits', '2 Errors'],
    ],
    ['a unit tells nothing', [query({ unit: 'Count' }), query({ unit: 'None' })], ['Hits', 'Hits']],
    [
      'statistic and period of the metric that has several',
      [query({}), query({ statistic: 'p90', period: 300 }), query({ metricName: 'Errors', statistic: 'Minimum' })],
      ['Hits Sum 60', 'Hits p90 300', 'Errors'],
    ],
  ])('%s', (_, queries, labels) => {
    expect(defaultLabels(queries)).toEqual(labels)
  })
})

describe('dynamic labels', () => {
  const series: LabelledSeries = {
    query: query({ dimensions: { FunctionName: 'checkout' }, statistic: 'p90' }),
    accountId: '123456789012',
    region: 'eu-west-2',
    defaultLabel: 'checkout',
    timestamps: [AT, AT + 5 * MINUTE, AT + 65 * MINUTE],
    values: [2, 10.123456, -1],
    now: AT + 2 * DAY,
  }
  test.each([
    ["${LABEL} ${PROP('Stat')} ${PROP('Period')}", 'checkout p90 60'],
    ["${PROP('Dim.FunctionName')} ${PROP('Dim.functionname')}", 'checkout --'],
    ['${MIN} ${MAX} ${SUM} ${AVG} ${FIRST} ${LAST}', '-1 10.1235 11.1235 3.7078 2 -1'],
    ['${DATAPOINT_COUNT} ${MIN_MAX_RANGE} ${FIRST_LAST_RANGE}', '3 11.1235 -3'],
    ['${MAX_TIME} ${LAST_TIME}', '11-24 12:05 11-24 13:05'],
    ['${FIRST_TIME_RELATIVE} ${MIN_MAX_TIME_RANGE} ${FIRST_LAST_TIME_RANGE}', '2d -1h 1h 5m'],
    ["$5 {x} ${NOPE} ${PROP('Nope')} ${label}", "$5 {x} ${NOPE} ${PROP('Nope')} ${label}"],
    ['${LABEL} ${LABEL}', 'checkout ${LABEL}'],
    ['${MIN}${MIN}${MIN}${MIN}${MIN}${MIN}${MIN}', '-1-1-1-1-1-1${MIN}'],
  ])('%s', (label, text) => {
    expect(dynamicLabel(label, series)).toBe(text)
  })

  test('times are told in the zone that was asked for', () => {
    expect(dynamicLabel('${FIRST_TIME}', { ...series, timezone: '-1330' })).toBe('11-23 22:30')
  })

  test('no datapoints are an empty text, and none in number', () => {
    expect(dynamicLabel('[${MAX}${LAST_TIME}] ${DATAPOINT_COUNT}', { ...series, timestamps: [], values: [] })).toBe('[] 0')
  })

  test('small numbers keep four digits and no number has an exponent', () => {
    expect(dynamicLabel('${FIRST} ${LAST}', { ...series, values: [0.000012345678, 0, 1e21] })).toBe('0.00001235 1000000000000000000000')
  })
})

test('a start is rounded by its age, below a minute by its period', () => {
  const start = Date.UTC(2026, 10, 24, 12, 32, 34)
  const rounded = (period: number, days: number): string =>
    new Date(roundStart(start, period, start + days * DAY)).toISOString().slice(11, 19)
  expect([rounded(60, 3), rounded(300, 3), rounded(60, 20), rounded(3600, 80)]).toEqual(['12:32:00', '12:32:00', '12:30:00', '12:00:00'])
  expect([rounded(1, 0), rounded(5, 0), rounded(10, 0), rounded(20, 0), rounded(30, 0)]).toEqual([
    '12:32:34',
    '12:32:30',
    '12:32:30',
    '12:32:20',
    '12:32:30',
  ])
})
