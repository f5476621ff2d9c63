import { describe, expect, test } from 'vitest'
import { DAY, HOUR, MINUTE, WEEK } from '#lib/time.ts'
import type { WorldSpec } from '#lib/world-spec.ts'
import { createWorld, digest } from '#world/index.ts'
import { captures, extractGroup, fulfilGroup, groupBy, inGroup, loadGroup, ordersGroup, recordsOf, reportGroup } from './read-world.ts'

const shop = (faults: WorldSpec['faults'], more: Partial<WorldSpec> = {}) =>
  recordsOf({
    scenario: 'shop',
    seed: 5,
    window: 12 * MINUTE,
    groups: [ordersGroup, fulfilGroup],
    ...more,
    ...(faults === undefined ? {} : { faults }),
  })
const onset = Date.UTC(2026, 2, 4, 14, 4)
const durations = (records: ReturnType<typeof recordsOf>): readonly number[] =>
  captures(records, ordersGroup, /platform.report".*"metrics":{"durationMs":([\d.]+)/)
    .map(Number)
    .sort((left, right) => left - right)
const middle = (sorted: readonly number[]): number => sorted[Math.floor(sorted.length / 2)] ?? 0

describe('bad-deploy', () => {
  const records = shop({ 'bad-deploy': { at: '+4m' } })
  const after = records.filter(({ timestamp }) => timestamp >= onset + 5000)

  test('18 of 100 calls raise TypeError, all of them in streams of version 42, none before', () => {
    const errors = inGroup(records, ordersGroup).filter(({ message }) => message.includes('"errorType":"TypeError","requestId"'))
    expect(errors.every(({ timestamp, stream }) => timestamp >= onset && stream.includes('/[42]'))).toBe(true)
    const calls = captures(after, ordersGroup, /platform.report/).length
    expect(errors.length / calls).toBeGreaterThan(0.15)
    expect(errors.length / calls).toBeLessThan(0.21)
    expect(captures(records, ordersGroup, /"level":"ERROR"/)).toHaveLength(errors.length)
  })

  test('they are the calls with a discount code', () => {
    for (const { message } of inGroup(after, ordersGroup)) {
      if (message.includes('"order":')) expect(message.includes('"discount":')).toBe(message.includes('"level":"ERROR"'))
    }
  })

  test('the median duration falls', () => expect(middle(durations(after))).toBeLessThan(middle(durations(shop(undefined)))))

  test('the same customers come as without it', () => {
    const orders = (log: ReturnType<typeof recordsOf>) => captures(log, ordersGroup, /"order":"([^"]+)"/)
    expect(new Set(orders(records))).toEqual(new Set(orders(shop(undefined))))
  })
})

describe('poison-message', () => {
  test('the same message id fails every minute, five times at most, and takes its batch along', () => {
    const records = shop({ 'poison-message': { at: '+1m', strength: 0.3 } })
    const failures = inGroup(records, fulfilGroup).filter(({ message }) => message.includes('unreadable'))
    const byMessage = groupBy(failures, ({ message }) => /message (\S+) unreadable/.exec(message)?.[1] ?? '')
    expect([...byMessage.values()].some((times) => times.length === 5)).toBe(true)
    for (const times of byMessage.values()) {
      expect(times.length).toBeLessThanOrEqual(5)
      times.slice(1).forEach(({ timestamp }, index) => {
        const gap = timestamp - (times[index]?.timestamp ?? 0)
        expect(gap).toBeGreaterThan(MINUTE - 2000)
        expect(gap).toBeLessThan(MINUTE + 4000)
      })
    }
    expect(captures(records, fulfilGroup, /^\[ERROR\] JSONDecodeError: /)).toHaveLength(failures.length)
    expect(captures(records, ordersGroup, /ERROR/)).toEqual([])
  })
})

describe('throttling', () => {
  test('more calls, no error, and never more than six at once', () => {
    const records = shop({ throttling: { at: '+4m' } })
    const after = records.filter(({ timestamp }) => timestamp >= onset + 20_000)
    const before = records.filter(({ timestamp }) => timestamp < onset)
    const perMinute = captures(after, ordersGroup, /platform.start/).length / 7.67
    expect(perMinute).toBeGreaterThan((captures(before, ordersGroup, /platform.start/).length / 4) * 2.5)
    expect(captures(records, ordersGroup, /ERROR/)).toEqual([])
    let running = 0
    let most = 0
    for (const { message } of inGroup(after, ordersGroup)) {
      if (message.includes('platform.start')) running++
      if (message.includes('platform.report')) running--
      most = Math.max(most, running)
    }
    expect(most).toBeLessThanOrEqual(6)
  })
})

describe('slow-dependency', () => {
  test('calls take some 6.5 s or time out at 10 s, with a warning before', () => {
    const records = shop({ 'slow-dependency': { at: '+4m' } })
    const after = durations(records.filter(({ timestamp }) => timestamp >= onset + 15_000))
    expect(middle(after)).toBeGreaterThan(5500)
    expect(after.at(-1)).toBe(10_000)
    const timeouts = captures(records, ordersGroup, /Task timed out after 10\.00 seconds/)
    expect(timeouts.length).toBeGreaterThan(100)
    expect(captures(records, ordersGroup, /platform.report.*"status":"timeout"/)).toHaveLength(timeouts.length)
    expect(captures(records, ordersGroup, /"level":"WARNING","message":"payment slow/).length).toBeGreaterThan(timeouts.length)
  })
})

describe('slow-branch', () => {
  test('Mondays of one branch: its 95th percentile stands out, and York’s average still comes close', () => {
    const records = recordsOf({
      scenario: 'pipeline',
      seed: 3,
      window: 3 * WEEK,
      groups: [extractGroup],
      faults: { 'slow-branch': { branch: 'leeds' } },
    })
    expect(records).toHaveLength(1512)
    const files = captures(records, extractGroup, / (\{.*\})\n$/).map((text) => JSON.parse(text))
    const of = (branch: string): readonly number[] =>
      files
        .filter((file) => file.branch === branch)
        .map(({ durationMs }) => durationMs)
        .sort((left, right) => left - right)
    const high = (branch: string): number => of(branch)[Math.floor(of(branch).length * 0.95)] ?? 0
    expect(high('leeds')).toBeGreaterThan(2 * high('york'))
    const slow = inGroup(records, extractGroup).filter(({ message }) => /"branch":"leeds".*"durationMs":\d{4}/.test(message))
    expect(slow).toHaveLength(9)
    expect(slow.every(({ timestamp }) => new Date(timestamp).getUTCDay() === 1)).toBe(true)
  })
})

describe('faults of load', () => {
  const night = { scenario: 'pipeline', seed: 9, window: 12 * HOUR, with: { from: '18:00', every: '20s' }, groups: [loadGroup] } as const
  const minutesOver = (records: ReturnType<typeof recordsOf>, limit: number): readonly string[] => {
    const over = records.filter(({ message }) => Number(/"durationMs":(\d+)/.exec(message)?.[1] ?? 0) > limit)
    return [...new Set(over.map(({ timestamp }) => new Date(timestamp).toISOString().slice(11, 16)))]
  }

  test('slow-file: a blip of one minute at 21:40', () => {
    const records = recordsOf({ ...night, faults: { 'slow-file': {} } })
    for (const minute of minutesOver(records, 900)) expect(['21:40', '21:41']).toContain(minute)
    expect(minutesOver(records, 900)).toContain('21:40')
  })

  test('queueing: 41 minutes from 03:10 of the next morning', () => {
    const minutes = minutesOver(recordsOf({ ...night, faults: { queueing: {} } }), 800)
    expect(minutes[0]).toBe('03:10')
    expect(minutes.length).toBeGreaterThan(35)
    expect(minutes.every((minute) => minute >= '03:10' && minute <= '03:51')).toBe(true)
  })

  test('flapping: over in every other minute', () => {
    const minutes = minutesOver(recordsOf({ ...night, window: HOUR, faults: { flapping: { at: '+15m' } } }), 800)
    expect(minutes.length).toBeGreaterThan(10)
    const odd = minutes.filter((minute) => Number(minute.slice(3)) % 2 === 1)
    expect(odd.length).toBeGreaterThan(minutes.length * 0.8)
  })

  test('function-leak: memory climbs 3 MB a call to 512 MB, then the process is killed', () => {
    const records = recordsOf({ ...night, window: 4 * HOUR, faults: { 'function-leak': {} } })
    const memory = captures(records, loadGroup, /Max Memory Used: (\d+) MB/).map(Number)
    expect(Math.max(...memory)).toBe(512)
    const steps = memory.slice(1).map((value, index) => value - (memory[index] ?? 0))
    expect(steps.filter((step) => step === 3).length).toBeGreaterThan(steps.length / 2)
    const kills = captures(records, loadGroup, /^RequestId: \S+ Error: Runtime exited with error: signal: killed\nRuntime\.ExitError\n$/)
    expect(kills.length).toBeGreaterThan(2)
    expect(captures(records, loadGroup, /Status: error\tError Type: Runtime\.ExitError\t\n$/)).toHaveLength(kills.length)
  })
})

describe('silences', () => {
  test('silent-half-hour: report is not called for thirty minutes, and is before and after', () => {
    const records = recordsOf({
      scenario: 'pipeline',
      seed: 2,
      window: 2 * HOUR,
      groups: [reportGroup],
      faults: { 'silent-half-hour': { at: '+40m' } },
    })
    const start = Date.UTC(2026, 2, 2)
    const starts = inGroup(records, reportGroup).filter(({ message }) => message.startsWith('START'))
    const minutes = starts.map(({ timestamp }) => (timestamp - start) / MINUTE)
    expect(minutes.filter((minute) => minute >= 41 && minute < 70)).toEqual([])
    expect(minutes.filter((minute) => minute < 41).length).toBe(8)
    expect(minutes.filter((minute) => minute >= 70).length).toBe(10)
  })

  test('silent-half-hour of orders-api: no order comes for that long, and those around it are the usual ones', () => {
    const loud = shop(undefined)
    const quiet = shop({ 'silent-half-hour': { at: '+4m', for: '4m', function: 'orders-api' } })
    const startsOf = (records: typeof loud) => captures(records, ordersGroup, /platform\.start".*"requestId":"([^"]+)"/)
    const later = startsOf(quiet.filter(({ timestamp }) => timestamp >= onset + 5 * MINUTE))
    expect(later.length).toBeGreaterThan(100)
    expect(startsOf(quiet.filter(({ timestamp }) => timestamp >= onset && timestamp < onset + 4 * MINUTE))).toEqual([])
    expect(startsOf(loud)).toEqual(expect.arrayContaining([...startsOf(quiet)]))
  })

  test('upload-stopped: extract and then load fall silent, report goes on', () => {
    const records = recordsOf({ scenario: 'pipeline', seed: 2, window: 4 * DAY, faults: { 'upload-stopped': { at: '+2d' } } })
    const later = records.filter(({ timestamp }) => timestamp > Date.UTC(2026, 2, 4, 0, 1))
    expect(inGroup(later, extractGroup)).toEqual([])
    expect(inGroup(later, loadGroup)).toEqual([])
    expect(inGroup(later, reportGroup).length).toBeGreaterThan(1000)
  })
})

test('noisy-cpu leaves no log', () => {
  const quiet = { scenario: 'company', seed: 4, window: 5 * MINUTE } as const
  expect(digest(createWorld({ ...quiet, faults: { 'noisy-cpu': {} } }).records())).toBe(digest(createWorld(quiet).records()))
})
