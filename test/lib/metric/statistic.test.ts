import { expect, test } from 'vitest'
import { isBasicStatistic, isExtendedStatistic, isPercentile, parseStatistic } from '#lib/metric/statistic.ts'

test('short forms are ranges by percentage', () => {
  expect(parseStatistic('tm99')).toEqual(parseStatistic('TM(:99%)'))
  expect(parseStatistic('ts5.5')).toEqual(parseStatistic('TS(:5.5%)'))
  expect(parseStatistic('IQM')).toEqual(parseStatistic('TM(25%:75%)'))
  expect(parseStatistic('TM(:99)')).not.toEqual(parseStatistic('TM(:99%)'))
})

test('every statistic is one of the basic five or an extended one', () => {
  const basic = ['SampleCount', 'Average', 'Sum', 'Minimum', 'Maximum']
  const extended = ['p99.9', 'tm90', 'IQM', 'PR(:300)', 'TM(10%:90%)', 'o5']
  expect(basic.filter(isBasicStatistic)).toEqual(basic)
  expect(extended.filter(isExtendedStatistic)).toEqual(extended)
  expect([...extended, 'Median', ''].filter(isBasicStatistic)).toEqual([])
  expect([...basic, 'Median', 'p101', ''].filter(isExtendedStatistic)).toEqual([])
})

test('a percentile is written with p alone', () => {
  expect(['p50', 'p99.9', 'PR(:300)', 'tm99', 'p101', 'P90', 'Average'].filter(isPercentile)).toEqual(['p50', 'p99.9'])
})
