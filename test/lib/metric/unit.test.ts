import { expect, test } from 'vitest'
import { metricUnits, unitSign } from '#lib/metric/unit.ts'

test('there are 27 units, and a sign for those that have one', () => {
  expect(metricUnits.length).toBe(27)
  expect([unitSign('Milliseconds'), unitSign('Kilobytes/Second'), unitSign('Count/Second'), unitSign('None')]).toEqual([
    'ms',
    'kB/s',
    '/s',
    '',
  ])
})
