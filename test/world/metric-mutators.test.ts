import { describe, expect, test } from 'vitest'
import { metricKey } from '#lib/metric/metric.ts'
import { HOUR, MINUTE, type Millis } from '#lib/time.ts'
import type { WorldSpec } from '#lib/world-spec.ts'
import { createWorld } from '#world/index.ts'
import { between, maximum, readerOf } from './read-metrics.ts'

const night: WorldSpec = { scenario: 'pipeline', seed: 12, window: 6 * HOUR, groups: [], with: { from: '20:00', every: '1m' } }

const mutated = (name: string, argument?: string, spec: WorldSpec = night) =>
  createWorld({ ...spec, mutators: [argument === undefined ? { name } : { name, argument }] })

const minuteOf = ({ timestamp }: { readonly timestamp: Millis }): Millis => timestamp - (timestamp % MINUTE)

const loadOf = (spec: WorldSpec) => readerOf([...createWorld(spec).samples()])('AWS/Lambda', 'Duration', { FunctionName: 'load' })

describe('mutators of a world that is all metrics', () => {
  test('empty leaves no datapoint', () => {
    expect([...mutated('empty').samples()]).toEqual([])
    expect([...mutated('empty').happenings()]).toEqual([])
  })

  test('one-row leaves one datapoint of every metric', () => {
    const minutes = new Map<string, Set<Millis>>()
    const named = new Set([...createWorld(night).samples()].map(metricKey))
    for (const sample of mutated('one-row').samples())
      minutes.set(metricKey(sample), (minutes.get(metricKey(sample)) ?? new Set()).add(minuteOf(sample)))
    expect(new Set(minutes.keys())).toEqual(named)
    expect([...minutes.values()].every((of) => of.size === 1)).toBe(true)
  })

  test('gap leaves out half an hour of everything, whole minutes of it', () => {
    const whole = [...createWorld(night).samples()]
    const left = [...mutated('gap', '30m').samples()]
    const stays = new Set(left.map(minuteOf))
    const gone = new Set(whole.map(minuteOf).filter((minute) => !stays.has(minute)))
    expect(gone.size).toBe(30)
    expect(Math.max(...gone) - Math.min(...gone)).toBe(29 * MINUTE)
    expect(left).toEqual(whole.filter((sample) => !gone.has(minuteOf(sample))))
  })

  test('gap is the same in the log and in the metrics beside it', () => {
    const world = mutated('gap', '30m', { ...night, groups: ['/aws/lambda/load'] })
    const starts = [...world.records()].filter(({ message }) => message.startsWith('START')).map(minuteOf)
    const measured = readerOf([...world.samples()])('AWS/Lambda', 'Invocations', { FunctionName: 'load' })
    expect(starts.length).toBeGreaterThan(320)
    expect(starts.length).toBeLessThan(332)
    // the log breaks off within a minute, the metrics between two
    expect([...measured.keys()].filter((minute) => !starts.includes(minute)).length).toBeLessThanOrEqual(1)
    expect(starts.filter((minute) => !measured.has(minute)).length).toBeLessThanOrEqual(1)
  })

  test('happenings of a changed world are its records and its samples, in the order in which they come about', () => {
    const world = mutated('gap', '30m', { ...night, groups: ['/aws/lambda/load'] })
    const happenings = [...world.happenings()]
    expect(happenings).toHaveLength([...world.records()].length + [...world.samples()].length)
    const known = happenings.map((happening) => ('message' in happening ? happening.timestamp : happening.knownAt))
    expect(known).toEqual(known.toSorted((left, right) => left - right))
  })

  test('fault-absent and fault-elsewhere bend metrics as they bend logs', () => {
    const queueing: WorldSpec = { ...night, faults: { queueing: { at: '22:00', for: '20m' } } }
    const from = Date.UTC(2026, 2, 2, 22)
    expect(maximum(between(loadOf(queueing), from, from + 20 * MINUTE))).toBeGreaterThan(1000)
    expect(maximum(between(loadOf({ ...queueing, mutators: [{ name: 'fault-absent' }] }), 0))).toBeLessThan(600)
    const elsewhere = createWorld({ ...queueing, mutators: [{ name: 'fault-elsewhere' }] })
    const [incident] = elsewhere.incidents
    expect(incident?.start).not.toBe(from)
    const moved = readerOf([...elsewhere.samples()])('AWS/Lambda', 'Duration', { FunctionName: 'load' })
    expect(maximum(between(moved, incident?.start ?? 0, incident?.end))).toBeGreaterThan(1000)
    expect(createWorld({ ...queueing, mutators: [{ name: 'fault-absent' }] }).incidents).toEqual([])
  })
})

describe('incidents', () => {
  test('end with the range where a fault has no end, and are left out where it comes too late', () => {
    const { range, incidents } = createWorld({ ...night, faults: { 'function-leak': { at: '+1h' }, queueing: { at: '+7h', for: '1h' } } })
    expect(incidents).toEqual([{ fault: 'function-leak', start: range.start + HOUR, end: range.end }])
  })

  test('repeat with every onset, each with its length, the last length for all that follow', () => {
    const { range, incidents } = createWorld({ ...night, faults: { 'slow-file': { at: '+1h, +2h, +3h', for: '1m, 2m' } } })
    expect(incidents.map(({ start, end }) => [(start - range.start) / HOUR, (end - start) / MINUTE])).toEqual([
      [1, 1],
      [2, 2],
      [3, 2],
    ])
  })

  test('where two faults of load meet, the stronger counts', () => {
    const both = loadOf({
      ...night,
      faults: { queueing: { at: '22:00', for: '20m', strength: 3 }, 'slow-file': { at: '22:10', for: '1m', strength: 6 } },
    })
    const at = (minute: number): number => maximum(both.get(Date.UTC(2026, 2, 2, 22, minute)) ?? [])
    expect(at(9)).toBeLessThan(1500)
    expect(at(10)).toBeGreaterThan(1800)
    expect(at(11)).toBeLessThan(1500)
  })
})
