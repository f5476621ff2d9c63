import { expect, test } from 'vitest'
import { binOf, binsOf, countingQuery } from '#consoles/insights/console/histogram/events-over-time.ts'
import { HOUR, MINUTE } from '#lib/time.ts'

const start = Date.UTC(2026, 2, 4, 14)
const hour = { start, end: start + HOUR }

test('counts what comes through the filters, and stops at what counts or cuts', () => {
  const query = 'fields @message\n| parse @message "* done" as what\n| filter what = "x"\n| stats count(*) by what\n| filter what = "y"'
  expect(countingQuery(query, hour)).toBe(
    'fields @message\n| parse @message "* done" as what\n| filter what = "x"\n| stats count(*) as events by bin(1m) as start',
  )
})

test('counts every event where nothing is filtered before the first cut', () => {
  expect(countingQuery('limit 5 | filter a = 1', hour)).toBe('stats count(*) as events by bin(1m) as start')
})

test('bins are as narrow as fit', () => {
  expect(binOf({ start, end: start + MINUTE })[1]).toBe('1s')
  expect(binOf({ start, end: start + 24 * HOUR })[1]).toBe('30m')
})

test('a stretch without events has an empty bin', () => {
  const range = { start, end: start + 3 * MINUTE }
  const rows = [
    [
      { field: 'start', value: '2026-03-04 14:00:05.000' },
      { field: 'events', value: '4' },
    ],
  ]
  const bins = binsOf(rows, range)
  expect(bins).toHaveLength(36)
  expect(bins[1]).toEqual({ start: start + 5000, count: 4 })
  expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(4)
})
