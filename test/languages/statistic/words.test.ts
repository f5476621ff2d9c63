import { describe, expect, test } from 'vitest'
import { statisticNeeds, statisticProblem, statisticSays, statisticSuggestions } from '#languages/statistic/index.ts'
import { parseStatistic } from '#lib/metric/statistic.ts'

const valid = [
  'Average Sum Minimum Maximum SampleCount IQM',
  'p0 p5 p05 p95 p99.9 p95.0123456789 p100 p100.0 p5.',
  'tm90 wm98 tc10 ts0 tm99.9',
  'TM(2%:98%) TM(:95%) TM(5%:) WM(10%:90%) TC(0%:100%) TS(80%:)',
  'TM(150:1000) WM(:1e3) TC(0.005:0.030) TS(1.5E-3:) PR(:300) PR(100:2000) PR(10:)',
  'o90 u5.5_E',
].flatMap((line) => line.split(' '))

const invalid = [
  '',
  ' Average',
  'average',
  'Median',
  'p',
  'p101',
  'p100.5',
  'p100.1',
  'p005',
  'p-1',
  'p+5',
  'p95.01234567891',
  'P95',
  'p95%',
  'TM',
  'TM()',
  'TM(:)',
  'TM(10:90%)',
  'TM(10%:90)',
  'TM(101%:)',
  'TM(-1:5)',
  'TM( 1:5)',
  'tm(1:5)',
  'TM90',
  'PR(5%:)',
  'PR(:)',
  'PR50',
  'IQM(1:2)',
  'TM(1:2) ',
]

describe('the names of statistics', () => {
  test.each(valid)('%s is one', (text) => {
    expect(parseStatistic(text)).toBeDefined()
    expect(statisticProblem(text)).toBeUndefined()
  })

  test.each(invalid)('"%s" is none, and a sentence says why', (text) => {
    expect(parseStatistic(text)).toBeUndefined()
    expect(statisticProblem(text)).toMatch(/^[a-zA-Z].*[^.]$/)
  })
})

test.each([
  ['p101', 'a percentage is 0 to 100, found 101'],
  ['p95%', 'a percentage behind p stands without %: p95'],
  ['P95', 'pN is written small: did you mean "p95"?'],
  ['p99,9', 'the decimal sign is a point, found "p99,9"'],
  ['averge', 'unknown statistic "averge": did you mean "Average"?'],
  ['TM', 'TM needs a lower or an upper bound, as in TM(10%:90%)'],
  ['PR(5%:)', 'PR takes values, not percentages, as in PR(:300)'],
  ['TM(10:90%)', 'the two bounds are both percentages or both values'],
  ['tm(1:5)', 'TM with bounds is written in capitals'],
  ['IQM(1:2)', 'IQM has no bounds: it is TM(25%:75%)'],
  [' Average', 'blanks stand around "Average"'],
  ['', 'expected a statistic, such as Average or p90'],
])('of "%s" a form says: %s', (text, says) => {
  expect(statisticProblem(text)).toBe(says)
})

test('whatever is offered is a statistic, says what it means, and o and u are never offered', () => {
  for (const { name, says } of statisticSuggestions) {
    expect(parseStatistic(name)?.kind, name).not.toBe('undocumented')
    expect(parseStatistic(name), name).toBeDefined()
    expect(says).not.toBe('')
  }
  expect(new Set(statisticSuggestions.map(({ name }) => name)).size).toBe(statisticSuggestions.length)
})

test.each([
  ['p90', '90 % of the samples lie below it'],
  ['tm90', 'the mean of the samples without the highest 10 %'],
  ['TC(80%:)', 'the number of samples without the lowest 80 %'],
  ['TM(2%:98%)', 'the mean of the samples without the lowest 2 % and the highest 2 %'],
  ['PR(100:2000)', 'the percentage of the samples above 100 and up to 2000'],
  ['WM(:5)', 'the mean of all samples, those above 5 counted as 5'],
])('%s is %s', (text, says) => {
  const statistic = parseStatistic(text)
  expect(statistic && statisticSays(statistic)).toBe(says)
})

test('what a statistic needs differs by kind', () => {
  const needs = (text: string) => {
    const statistic = parseStatistic(text)
    return statistic && statisticNeeds(statistic)
  }
  expect(new Set(['Sum', 'p90', 'PR(:5)'].map(needs)).size).toBe(3)
  expect([needs('tm90'), needs('TM(1:2)')]).toEqual([needs('p90'), needs('PR(:5)')])
})
