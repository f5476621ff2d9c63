import { describe, expect, test } from 'vitest'
import { createRandom } from '#lib/random.ts'
import { HOUR, MINUTE } from '#lib/time.ts'
import { createWorld, digest, type World } from '#world/index.ts'
import { recordsOf } from './read-world.ts'

const slice = (world: World, start: number, end: number) =>
  [...world.records()].filter(({ timestamp }) => timestamp >= start && timestamp < end)

describe('a window', () => {
  test('is the slice of all records, in whatever order windows are asked for', () => {
    const spec = { scenario: 'company', seed: 21, window: 8 * MINUTE, faults: { 'poison-message': { at: '+1m', strength: 2 } } } as const
    const world = createWorld(spec)
    const whole = [...world.records()]
    const random = createRandom(99)
    for (let round = 0; round < 8; round++) {
      const start = world.range.start + random.below(7 * MINUTE)
      const end = start + random.below(MINUTE)
      const expected = whole.filter(({ timestamp }) => timestamp >= start && timestamp < end)
      expect(expected.length).toBeGreaterThan(0)
      expect([...world.window(start, end)]).toEqual(expected)
      expect([...createWorld(spec).window(start, end)]).toEqual(expected)
    }
  })

  test('may be read in slices, two at a time', () => {
    const world = createWorld({ scenario: 'shop', seed: 3, window: MINUTE })
    const left = world.records()[Symbol.iterator]()
    const right = world.records()[Symbol.iterator]()
    for (let at = 0; at < 500; at++) {
      expect(left.next().value).toEqual(right.next().value)
    }
  })

  test('is cut to the range of the world', () => {
    const world = createWorld({ scenario: 'practice', seed: 3 })
    expect([...world.window(0, Number.MAX_SAFE_INTEGER)]).toHaveLength(100)
  })

  test('works on a world with added lines and a mutated log', () => {
    const world = createWorld({
      scenario: 'practice',
      seed: 3,
      mutators: [{ name: 'duplicates' }],
      lines: [{ group: '/aws/lambda/practice', message: 'hello' }],
    })
    const { start } = world.range
    expect([...world.window(start + MINUTE, start + 3 * MINUTE)]).toEqual(slice(world, start + MINUTE, start + 3 * MINUTE))
  })
})

describe('one spec, one world', () => {
  test('the same spec twice gives the same bytes, another seed others', () => {
    const spec = { scenario: 'shop', seed: 8, window: MINUTE } as const
    expect(digest(recordsOf(spec))).toBe(digest(recordsOf(spec)))
    expect(digest(recordsOf({ ...spec, seed: 9 }))).not.toBe(digest(recordsOf(spec)))
  })

  test('asking for fewer groups changes nothing in those that are left', () => {
    const spec = { scenario: 'company', seed: 8, window: 3 * MINUTE } as const
    const whole = recordsOf(spec)
    for (const groups of [
      ['/aws/lambda/fulfil'],
      ['/vpc/flow-logs', '/aws/lambda/report'],
      ['/aws/lambda/practice', '/brightside/web-1/app'],
    ]) {
      expect(recordsOf({ ...spec, groups })).toEqual(whole.filter(({ group }) => groups.includes(group)))
    }
  })

  test('a fault of the shop leaves www and the pipeline as they were', () => {
    const groups = ['/brightside/web-1/access', '/brightside/web-1/app', '/vpc/flow-logs', '/aws/lambda/load', '/aws/lambda/report']
    const spec = { scenario: 'company', seed: 8, window: 5 * MINUTE, groups } as const
    const broken = { ...spec, faults: { 'bad-deploy': { at: '+1m' }, 'slow-dependency': { at: '+2m' }, 'poison-message': { at: '+0m' } } }
    expect(digest(recordsOf(broken))).toBe(digest(recordsOf(spec)))
  })

  test('time moves with `start`, the story does not change', () => {
    const start = Date.UTC(2031, 5, 9, 14)
    const usual = recordsOf({ scenario: 'practice', seed: 8 })
    const moved = recordsOf({ scenario: 'practice', seed: 8, start })
    expect(moved[0]?.timestamp).toBe((usual[0]?.timestamp ?? 0) - Date.UTC(2026, 2, 4, 9) + start)
    expect(moved[0]?.stream.startsWith('2031/06/09/')).toBe(true)
  })

  test('`from` begins the window at a time of day', () => {
    const world = createWorld({ scenario: 'pipeline', seed: 1, window: HOUR, with: { from: '18:30', every: '1m' } })
    expect(new Date(world.range.start).toISOString()).toBe('2026-03-02T18:30:00.000Z')
  })
})

test('records come in order of time and arrive after they were written', () => {
  let last = 0
  for (const { timestamp, ingestionTime } of createWorld({ scenario: 'company', seed: 2, window: 5 * MINUTE }).records()) {
    expect(timestamp).toBeGreaterThanOrEqual(last)
    expect(ingestionTime).toBeGreaterThan(timestamp)
    last = timestamp
  }
})
