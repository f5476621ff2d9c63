import { describe, expect, it } from 'vitest'
import { eventTime, parseObject } from '#apis/watchkeeper/own-log/event-time.ts'

const NOW = Date.UTC(2026, 0, 5)
const at = (iso: string) => Date.parse(iso)

describe('the time a line tells', () => {
  it.each([
    ['2026-11-24T23:34:41.123Z START', '2026-11-24T23:34:41.123Z'],
    ['2026-11-24T23:34:41.123456789Z nanoseconds', '2026-11-24T23:34:41.123Z'],
    ['[2026-11-24 23:34:41,5] worker: comma', '2026-11-24T23:34:41.500Z'],
    ['2026-11-24T23:34:41+01:00 zone', '2026-11-24T22:34:41Z'],
    ['2026-11-24T23:34 no seconds', '2026-11-24T23:34:00Z'],
    ['2026/11/24 23:34:41 [error] 7#7: nginx', '2026-11-24T23:34:41Z'],
    ['127.0.0.1 - frank [10/Oct/2000:13:55:36 -0700] "GET / HTTP/1.0" 200 1', '2000-10-10T20:55:36Z'],
    ['Nov 24 23:34:41 host sshd[1]: last year', '2025-11-24T23:34:41Z'],
    ['Jan  5 01:02:03 host cron: this year', '2026-01-05T01:02:03Z'],
    ['1700000000 seconds', '2023-11-14T22:13:20Z'],
    ['1700000000.123 fraction', '2023-11-14T22:13:20.123Z'],
    ['1700000000123 milliseconds', '2023-11-14T22:13:20.123Z'],
    ['1700000000123456 microseconds', '2023-11-14T22:13:20.123Z'],
    ['{"timestamp":"2026-11-24T23:34:41Z","time":1}', '2026-11-24T23:34:41Z'],
    ['{"@timestamp":"2026-11-24T23:34:41Z"}', '2026-11-24T23:34:41Z'],
    ['{"time":1700000000123,"m":"x"}', '2023-11-14T22:13:20.123Z'],
    ['{"ts":1700000000.5}', '2023-11-14T22:13:20.500Z'],
    ['{"level":"info","at":"2026-11-24T23:34:41Z"}', '2026-11-24T23:34:41Z'],
  ])('%s', (line, iso) => expect(eventTime(line, parseObject(line), NOW)).toBe(at(iso)))

  it.each([
    'no time at all',
    `${'x'.repeat(64)} 2026-11-24T23:34:41Z`,
    '2026-13-45T23:34:41Z',
    'request 12345678901 of 10.0.0.1',
    '{"timestamp":"yesterday"}',
    'Foo 24 23:34:41 no month',
  ])('%s has none', (line) => expect(eventTime(line, parseObject(line), NOW)).toBeUndefined())
})
