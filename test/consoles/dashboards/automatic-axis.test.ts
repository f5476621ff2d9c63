import { expect, test } from 'vitest'
import { automaticAxis } from '#consoles/dashboards/panel/automatic-axis.ts'

const over = (...values: readonly (number | null)[]) => automaticAxis([{ label: 'a', points: values.map((y, x) => ({ x, y })) }])

test('an axis that nobody set begins under the lowest value', () => {
  expect(over(340, null, 1250)).toEqual({ min: 240 })
  expect(over(99.5, 99.9)).toEqual({ min: 99.46 })
})

test('it begins at nothing where the values nearly reach it, or are all one', () => {
  expect(over(5, 1250)).toEqual({ min: 0 })
  expect(over(3, 3)).toEqual({ min: 0 })
})

test('below zero it goes as far as the values do, and without values it is left open', () => {
  expect(over(-20, 80).min).toBeLessThanOrEqual(-20)
  expect(over()).toEqual({})
})
