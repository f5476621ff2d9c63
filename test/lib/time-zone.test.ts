import { expect, test } from 'vitest'
import { HOUR, MINUTE } from '#lib/time.ts'
import { parseTimeZone } from '#lib/time-zone.ts'

const winter = Date.UTC(2024, 0, 15, 12)
const summer = Date.UTC(2024, 6, 15, 12)

test.each([
  ['Z', 0, 0],
  ['UTC', 0, 0],
  ['+05:30', 330 * MINUTE, 330 * MINUTE],
  ['UTC+05:30', 330 * MINUTE, 330 * MINUTE],
  ['GMT-08:00', -8 * HOUR, -8 * HOUR],
  ['Europe/London', 0, HOUR],
  ['America/New_York', -5 * HOUR, -4 * HOUR],
  ['Asia/Kathmandu', 345 * MINUTE, 345 * MINUTE],
])('%s', (name, inWinter, inSummer) => {
  const offset = parseTimeZone(name)
  expect(offset?.(winter)).toBe(inWinter)
  expect(offset?.(summer)).toBe(inSummer)
})

test('the offset changes at the moment the clocks do', () => {
  const offset = parseTimeZone('Europe/Berlin')
  const change = Date.UTC(2024, 2, 31, 1)
  expect(offset?.(change - 1)).toBe(HOUR)
  expect(offset?.(change)).toBe(2 * HOUR)
})

test.each(['Europe/Nowhere', '+05:31', '+25:00', '5', '', 'UTC+5'])('"%s" is no zone', (name) => {
  expect(parseTimeZone(name)).toBeUndefined()
})
