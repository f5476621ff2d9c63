import { expect, test } from 'vitest'
import { chartChoices, chartKindFor, warningOf } from '#consoles/insights/chart/chart-kinds.ts'
import { countedBy } from '#consoles/insights/chart/counted.ts'

const row = (values: Readonly<Record<string, string>>) => Object.entries(values).map(([field, value]) => ({ field, value }))
const counted = (query: string, values: Readonly<Record<string, string>>) => countedBy(query, [row(values)])

const timed = counted('stats count(*) as n by bin(5m), level', { 'bin(5m)': '2026-03-04 09:05:00.000', level: 'INFO', n: '2' })
const grouped = counted('stats count(*) as n, sum(b) as s by level', { level: 'INFO', n: '2', s: '9' })
const means = counted('stats avg(ms) as mean by branch', { branch: 'york', mean: '-2' })

test.each([
  ['over time', timed, ['line', 'area']],
  ['by categories', grouped, ['bar', 'pie']],
  ['below nothing', means, ['bar']],
  ['over all events', counted('stats count(*) as n', { n: '4' }), ['bar']],
])('what was counted %s can be drawn as some kinds, and each other says why not', (_, what, kinds) => {
  const choices = chartChoices(what)
  expect(choices.flatMap(({ kind, whyNot }) => (whyNot === undefined ? [kind] : []))).toEqual(kinds)
  expect(choices).toHaveLength(4)
})

test('the kind in the link is drawn where it can be, else the first that can', () => {
  expect(chartKindFor('area', chartChoices(timed))).toBe('area')
  expect(chartKindFor('pie', chartChoices(timed))).toBe('line')
  expect(chartKindFor(null, chartChoices(grouped))).toBe('bar')
})

test('warns of a pie or a stack of what does not add up', () => {
  expect(warningOf('pie', grouped)).toBeUndefined()
  expect(warningOf('pie', means)).toContain('adds its values up')
  expect(warningOf('bar', means)).toBeUndefined()
})

test('nothing is counted without stats', () => {
  expect(countedBy('fields a', [row({ a: '1' })])).toMatchObject({ by: 'nothing', charts: [] })
})
