import { describe, expect, test } from 'vitest'
import { DAY, HOUR, MINUTE, WEEK } from '#lib/time.ts'
import { createWorld } from '#world/index.ts'
import { recordsOf } from './read-world.ts'

describe('size', () => {
  test.each([100, 101, 2000, 12_345])('practice has exactly %i', (size) => {
    expect(recordsOf({ scenario: 'practice', seed: 4, size })).toHaveLength(size)
  })

  test.each([1, 100, 2000])('is a ceiling of %i elsewhere, nearly reached, with the onset inside', (size) => {
    const world = createWorld({ scenario: 'shop', seed: 4, size, faults: { 'bad-deploy': {} } })
    const records = [...world.records()]
    expect(records.length).toBeLessThanOrEqual(size)
    expect(records.length).toBeGreaterThan(size * 0.9 - 4)
    const onset = Date.UTC(2026, 2, 4, 14, 15)
    expect(world.range.start).toBeLessThanOrEqual(onset)
    expect(world.range.end).toBeGreaterThan(onset)
    for (const { timestamp } of records) {
      expect(timestamp).toBeGreaterThanOrEqual(world.range.start)
      expect(timestamp).toBeLessThan(world.range.end)
    }
    if (size > 1) expect(records.filter(({ timestamp }) => timestamp < onset).length / records.length).toBeCloseTo(0.4, 1)
  })

  test('shortens nothing that fits', () => {
    const spec = { scenario: 'pipeline', seed: 4, window: 3 * WEEK, groups: ['/aws/lambda/extract'] } as const
    expect(recordsOf({ ...spec, size: 2000 })).toHaveLength(1512)
    expect(createWorld({ ...spec, size: 2000 }).range.end - createWorld(spec).range.start).toBe(3 * WEEK)
  })

  test('without a fault the window keeps its beginning', () => {
    const world = createWorld({ scenario: 'shop', seed: 4, size: 500 })
    expect(world.range.start).toBe(Date.UTC(2026, 2, 4, 14))
    expect(world.range.end).toBeLessThan(world.range.start + MINUTE)
  })

  test('of more than ten thousand lengthens the window until it is reached', () => {
    const world = createWorld({ scenario: 'pipeline', seed: 4, size: 40_000 })
    expect([...world.records()].length).toBeGreaterThan(39_990)
    expect(world.range.end - world.range.start).toBeGreaterThan(3 * WEEK)
  })

  test('finds its end where a group stays silent', () => {
    const spec = { scenario: 'pipeline', seed: 4, groups: ['/aws/lambda/extract'], faults: { 'upload-stopped': { at: '+0m' } } }
    expect(recordsOf({ ...spec, size: 50_000, window: 30 * DAY })).toEqual([])
  })
})

describe('added lines', () => {
  const base = { scenario: 'practice', seed: 4 } as const
  const group = '/aws/lambda/practice'

  test('are spread over the window where no time is said, and come on top of the size', () => {
    const records = recordsOf({ ...base, lines: ['one', 'two', 'three'].map((message) => ({ group, message })) })
    expect(records).toHaveLength(103)
    const at = ['one', 'two', 'three'].map((word) => records.find(({ message }) => message === word)?.timestamp ?? 0)
    expect(at.map((time) => time - Date.UTC(2026, 2, 4, 9))).toEqual([2.5 * MINUTE, 5 * MINUTE, 7.5 * MINUTE])
  })

  test('stand where and in which stream the author says', () => {
    const records = recordsOf({
      ...base,
      lines: [
        { group, stream: 2, at: 90_000, message: 'there' },
        { group, stream: 9, at: 0, message: 'new' },
      ],
    })
    const streams = [...new Set(recordsOf(base).map(({ stream }) => stream))]
    expect(records.find(({ message }) => message === 'there')).toMatchObject({
      stream: streams[1],
      timestamp: Date.UTC(2026, 2, 4, 9, 1, 30),
    })
    expect(records[0]).toMatchObject({ message: 'new', stream: 'added-9' })
  })
})

test('the clock of a night runs over midnight', () => {
  const night = {
    scenario: 'pipeline',
    seed: 6,
    window: 12 * HOUR,
    size: 300,
    with: { from: '18:00', every: '20s' },
    groups: ['/aws/lambda/load'],
  } as const
  const { range } = createWorld({ ...night, faults: { queueing: {} } })
  const onset = Date.UTC(2026, 2, 3, 3, 10)
  expect(range.start).toBeLessThan(onset)
  expect(range.end).toBeGreaterThan(onset)
})
