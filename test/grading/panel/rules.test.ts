import { expect, test } from 'vitest'
import { checkRules } from '#grading/panel/rules.ts'
import { compareSeries } from '#grading/panel/series.ts'
import type { PanelRules } from '#grading/marking.ts'
import type { Panel } from '#lib/panel.ts'

const rules: PanelRules = { unit: ['ms'], 'axis.min': 0, legend: 'distinct', thresholds: [1000], title: 'given' }
const good: Panel = { title: 'Waits', targets: [], unit: 'ms', axis: { min: 0 }, thresholds: [{ value: 1000 }] }

const failing = (panel: Panel, labels: readonly string[] = ['p95', 'average']): readonly string[] =>
  checkRules({ rules, panel, labels })
    .filter((rule) => !rule.isMet)
    .map(({ rule }) => rule)

test('a panel that keeps every rule fails none', () => expect(failing(good)).toEqual([]))

const bad: readonly (readonly [string, Panel, readonly string[], string])[] = [
  ['another unit', { ...good, unit: 's' }, ['a', 'b'], 'unit'],
  ['no unit', { ...good, unit: '' }, ['a', 'b'], 'unit'],
  ['an axis that begins by itself', { ...good, axis: {} }, ['a', 'b'], 'axis.min'],
  ['an axis that begins elsewhere', { ...good, axis: { min: 300 } }, ['a', 'b'], 'axis.min'],
  ['two lines of one name', good, ['a', 'a'], 'legend'],
  ['two names that look alike', good, ['a', 'a '], 'legend'],
  ['a hidden legend', { ...good, legend: { show: false } }, ['a', 'b'], 'legend'],
  ['no threshold', { ...good, thresholds: [] }, ['a', 'b'], 'thresholds'],
  ['a threshold too many', { ...good, thresholds: [{ value: 1000 }, { value: 5 }] }, ['a', 'b'], 'thresholds'],
  ['no title', { ...good, title: ' ' }, ['a', 'b'], 'title'],
]

test.each(bad)('%s fails its rule only', (_, panel, labels, rule) => expect(failing(panel, labels)).toEqual([rule]))

test('a limit drawn twice is one limit', () => {
  expect(failing({ ...good, thresholds: [{ value: 1000 }, { value: 1000 }] })).toEqual([])
})

test('lines that leave the picture at the top are not drawn well, whether or not anybody asked', () => {
  const look = (max: number) => checkRules({ rules: {}, panel: { ...good, axis: { min: 0, max } }, labels: ['a'], highest: 1349 })
  expect(look(1000)).toMatchObject([{ rule: 'axis.max', isMet: false, says: expect.stringContaining('up to 1349') }])
  expect(look(1500)).toEqual([])
})

test('one rule broken in two ways is not one mistake', () => {
  const how = (panel: Panel) => checkRules({ rules, panel, labels: ['a', 'b'] }).find((rule) => !rule.isMet)?.how
  expect(how({ ...good, unit: 's' })).not.toBe(how({ ...good, unit: '' }))
  expect(how({ ...good, axis: { min: 300 } })).not.toBe(how({ ...good, axis: { min: -1 } }))
  expect(how({ ...good, axis: { min: 300 } })).toBe(how({ ...good, axis: { min: 250 } }))
})

test('what nobody asked for is not looked at', () => {
  expect(checkRules({ rules: {}, panel: { targets: [] }, labels: [] })).toEqual([])
})

const line = (...values: readonly number[]) => ({ label: '', points: values.map((y, at) => ({ x: at * 60_000, y })) })

test('lines pair off in any order, and each only once', () => {
  expect(compareSeries([line(3, 4), line(1, 2)], [line(1, 2), line(3, 4)], 1e-6).isSame).toBe(true)
  const twice = compareSeries([line(1, 2), line(1, 2)], [line(1, 2), line(3, 4)], 1e-6)
  expect(twice).toMatchObject({ pairs: [0, undefined], missing: [1], isSame: false })
  expect(compareSeries([line(1, 2), line(3, 4)], [line(1, 2)], 1e-6).isSame).toBe(false)
})

test('a gap is no zero, and the tolerance is relative', () => {
  expect(compareSeries([line(1)], [line(1, 0)], 1e-6).isSame).toBe(false)
  expect(compareSeries([line(1000.0005)], [line(1000)], 1e-6).isSame).toBe(true)
  expect(compareSeries([line(1000.5)], [line(1000)], 1e-6).isSame).toBe(false)
})
