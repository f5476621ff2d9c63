import { expect, test } from 'vitest'
import { hiddenNights } from '#grading/nights/hidden-nights.ts'
import type { MarkedNight } from '#grading/marking.ts'
import { HOUR, MINUTE } from '#lib/time.ts'
import { createWorld } from '#world/index.ts'

const worldStart = Date.UTC(2026, 2, 2, 22)
const range = { start: worldStart + 30 * MINUTE, end: worldStart + 8 * HOUR }
const at = (minutes: number) => worldStart + minutes * MINUTE

const night: MarkedNight = {
  title: 'Both',
  world: { scenario: 'pipeline', seed: 1, window: 8 * HOUR, groups: [], with: { from: '22:00', every: '5m' } },
  range,
  worldStart,
  incidents: [{ start: at(300), end: at(341) }],
  faults: [
    { name: 'slow-file', options: { at: '23:40', for: '1m' }, start: at(100), end: at(101), strength: 5, isIncident: false },
    { name: 'queueing', options: { at: '03:00', for: '41m' }, start: at(300), end: at(341), strength: 3.5, isIncident: true },
  ],
}

const rounds = hiddenNights('alarms/one', 0, [night], 40).flat()

test('hidden nights are the same for the same exercise, and differ from one another', () => {
  expect(hiddenNights('alarms/one', 0, [night], 40).flat()).toEqual(rounds)
  expect(new Set(rounds.map((one) => one.world.seed)).size).toBe(40)
  expect(new Set(rounds.map((one) => one.incidents[0]?.start)).size).toBeGreaterThan(20)
})

test('a world made of one has its faults where the night says they are', () => {
  for (const one of rounds.slice(0, 5)) {
    const { incidents } = createWorld(one.world)
    expect(incidents.filter(({ fault }) => fault === 'queueing').map(({ start, end }) => ({ start, end }))).toEqual(one.incidents)
  }
})

test('faults move together by whole minutes, stay inside and keep within a fifth of their strength', () => {
  for (const one of rounds) {
    const [incident] = one.incidents
    const by = (incident?.start ?? 0) - at(300)
    expect(Math.abs(by) % MINUTE).toBe(0)
    expect(Math.abs(by)).toBeLessThanOrEqual(2 * HOUR)
    expect(one.world.faults?.['slow-file']?.at).toBe(`+${(at(100) + by - worldStart) / 1000}s`)
    expect(incident?.end).toBeLessThan(range.end)
    const strength = one.world.faults?.['queueing']?.strength ?? 0
    expect(strength).toBeGreaterThanOrEqual(2.8)
    expect(strength).toBeLessThanOrEqual(4.2)
  }
})

test('a fault that lasts to the end still does', () => {
  const stopped: MarkedNight = {
    ...night,
    incidents: [{ start: at(200), end: range.end }],
    faults: [{ name: 'upload-stopped', options: { at: '01:20' }, start: at(200), end: range.end, isIncident: true }],
  }
  for (const one of hiddenNights('alarms/one', 0, [stopped], 5).flat()) {
    expect(one.incidents[0]?.end).toBe(range.end)
    expect(one.world.faults?.['upload-stopped']).not.toHaveProperty('for')
    expect(one.world.faults?.['upload-stopped']).not.toHaveProperty('strength')
  }
})
