import { expect, test } from 'vitest'
import { formatDate } from '#languages/insights/functions/time/format-date.ts'
import { parseDate } from '#languages/insights/functions/time/parse-date.ts'
import { ceilTo, floorTo, parsePeriod } from '#languages/insights/functions/time/period.ts'

const at = Date.parse('2024-02-29T23:59:59.999Z')
const iso = (millis: number | undefined): string | undefined => (millis === undefined ? undefined : new Date(millis).toISOString())

function around(text: string): readonly (string | undefined)[] {
  const period = parsePeriod(text)
  if (period === undefined) throw new Error(`no period in ${text}`)
  return [iso(floorTo(at, period)), iso(ceilTo(at, period))]
}

test('periods begin where the calendar says', () => {
  expect(around('500ms')).toEqual(['2024-02-29T23:59:59.500Z', '2024-03-01T00:00:00.000Z'])
  expect(around('2hrs')).toEqual(['2024-02-29T22:00:00.000Z', '2024-03-01T00:00:00.000Z'])
  expect(around('1week')).toEqual(['2024-02-26T00:00:00.000Z', '2024-03-04T00:00:00.000Z'])
  expect(around('1mo')).toEqual(['2024-02-01T00:00:00.000Z', '2024-03-01T00:00:00.000Z'])
  expect(around('1qtr')).toEqual(['2024-01-01T00:00:00.000Z', '2024-04-01T00:00:00.000Z'])
  expect(around('1yr')).toEqual(['2024-01-01T00:00:00.000Z', '2025-01-01T00:00:00.000Z'])
})

test('a time on the boundary is its own ceiling, one before 1970 has a floor too', () => {
  const hour = { amount: 1, unit: 'h' } as const
  expect(ceilTo(7_200_000, hour)).toBe(7_200_000)
  expect(iso(floorTo(-1, hour))).toBe('1969-12-31T23:00:00.000Z')
  expect(iso(floorTo(-1, { amount: 1, unit: 'mo' }))).toBe('1969-12-01T00:00:00.000Z')
})

test('amounts are capped, words that are no unit are none', () => {
  expect(parsePeriod('90m')).toEqual({ amount: 60, unit: 'm' })
  expect(parsePeriod('2000ms')).toEqual({ amount: 1000, unit: 'ms' })
  expect(parsePeriod('48h')).toEqual({ amount: 24, unit: 'h' })
  expect(parsePeriod('7d')).toEqual({ amount: 7, unit: 'd' })
  expect(['5', 'm', '5 parsecs', '0m', ''].map(parsePeriod)).toEqual([undefined, undefined, undefined, undefined, undefined])
})

test('dates are read in many forms and zones', () => {
  expect(iso(parseDate('20240115', 'yyyyMMdd', 'UTC'))).toBe('2024-01-15T00:00:00.000Z')
  expect(iso(parseDate('2024-07-15T10:00:00.5Z', "yyyy-MM-dd'T'HH:mm:ss.SX", 'UTC'))).toBe('2024-07-15T10:00:00.500Z')
  expect(iso(parseDate('Jan 5, 24 1:02 PM', 'MMM d, yy h:mm a', 'UTC'))).toBe('2024-01-05T13:02:00.000Z')
  expect(iso(parseDate('2024-07-15 10:00', 'yyyy-MM-dd HH:mm', 'Europe/London'))).toBe('2024-07-15T09:00:00.000Z')
  expect(iso(parseDate('2024-01-15 10:00', 'yyyy-MM-dd HH:mm', '+02:00'))).toBe('2024-01-15T08:00:00.000Z')
  expect(parseDate('2024-01-15', 'yyyy-MM-dd', 'Mars/Olympus')).toBeUndefined()
  expect(parseDate('2024', 'yyyy-MM', 'UTC')).toBeUndefined()
})

test('dates are written in many forms and zones', () => {
  const time = Date.parse('2024-07-05T13:04:05.678Z')
  expect(formatDate(time, '%A %d %B %Y %I:%M:%S %p %j', 'UTC')).toBe('Friday 05 July 2024 01:04:05 PM 187')
  expect(formatDate(time, '%FT%T%z', 'America/New_York')).toBe('2024-07-05T09:04:05-0400')
  expect(formatDate(time, '100%% %q %s', 'UTC')).toBe('100% %q 1720184645')
  expect(formatDate(time, '%H', 'nowhere')).toBeUndefined()
})

test('weeks of the year: from Sunday, from Monday, and of ISO 8601', () => {
  const weeks = (text: string): string | undefined => formatDate(Date.parse(text), '%U %W %V %G %g', 'UTC')
  expect(weeks('2024-01-15T00:00:00Z')).toBe('02 03 03 2024 24')
  expect(weeks('2023-01-01T00:00:00Z')).toBe('01 00 52 2022 22')
  expect(weeks('2024-12-31T00:00:00Z')).toBe('52 53 01 2025 25')
})

test('a zone is read by name, by distance, or by both', () => {
  const read = (zone: string): string | undefined => iso(parseDate(`2024-01-15 10:00 ${zone}`, 'yyyy-MM-dd HH:mm z', 'UTC'))
  expect(['PST', 'EDT', 'GMT', 'GMT-05:30', '+0100', '+01'].map(read)).toEqual([
    '2024-01-15T18:00:00.000Z',
    '2024-01-15T14:00:00.000Z',
    '2024-01-15T10:00:00.000Z',
    '2024-01-15T15:30:00.000Z',
    '2024-01-15T09:00:00.000Z',
    '2024-01-15T09:00:00.000Z',
  ])
})
