import { describe, expect, test } from 'vitest'
import { createRandom } from '#lib/random.ts'
import { MINUTE } from '#lib/time.ts'
import type { WorldSpec } from '#lib/world-spec.ts'
import { exponential, logNormal, uuid } from '#world/chance/draws.ts'
import { Episode, type Happening } from '#world/episode/episode.ts'
import { pop, push } from '#world/episode/heap.ts'
import { countLines, createLogRenderer } from '#world/renderings/logs.ts'
import { findScenario } from '#world/scenarios/scenarios.ts'
import { settle } from '#world/settle.ts'

function begin(spec: WorldSpec): { readonly episode: Episode; readonly end: number } {
  const scenario = findScenario(spec.scenario)
  if (scenario === undefined) throw new Error(`no scenario ${spec.scenario}`)
  const { setting, range } = settle(spec, scenario)
  return {
    episode: Episode.begin(
      setting,
      scenario.parts.flatMap(({ first }) => first),
    ),
    end: range.end,
  }
}

function run(episode: Episode, end: number): readonly Happening[] {
  const all: Happening[] = []
  for (let next = episode.next(end); next !== undefined; next = episode.next(end)) all.push(next)
  return all
}

const rough = {
  scenario: 'company',
  seed: 17,
  window: 8 * MINUTE,
  faults: {
    'poison-message': { at: '+1m', strength: 2 },
    throttling: { at: '+4m' },
    'slow-dependency': { at: '+6m' },
    'function-leak': { strength: 200 },
  },
} as const

describe('the heap', () => {
  test('gives items by time, equal times by order', () => {
    const random = createRandom(5)
    const items = Array.from({ length: 500 }, (_, order) => ({ at: random.below(40), order }))
    const heap: { at: number; order: number }[] = []
    for (const item of items) push(heap, item)
    const sorted = items.toSorted((left, right) => left.at - right.at || left.order - right.order)
    expect(items.map(() => pop(heap))).toEqual(sorted)
    expect(pop(heap)).toBeUndefined()
  })
})

describe('an episode', () => {
  test('a fork goes on as the original does, and neither disturbs the other', () => {
    const { episode, end } = begin(rough)
    for (let count = 0; count < 5000; count++) episode.next(end)
    const fork = episode.fork()
    const rest = run(episode, end)
    expect(run(fork, end)).toEqual(rest)
  })

  test('the queue keeps its books: sent = deleted + visible + in flight + buried', () => {
    const { episode, end } = begin(rough)
    const happenings = run(episode, end)
    const { sent, deleted, visible, inFlight, buried } = episode.company.queue
    expect(sent).toBe(deleted + visible.length + inFlight + buried)
    expect(buried).toBeGreaterThan(0)
    expect(happenings.filter(({ emission }) => emission.kind === 'queue.send' && emission.queue === 'orders')).toHaveLength(sent)
    expect(happenings.filter(({ emission }) => emission.kind === 'queue.bury')).toHaveLength(buried)
  })

  test('a throttled call is recorded and leaves no log', () => {
    const { episode, end } = begin(rough)
    const throttles = run(episode, end).filter(({ emission }) => emission.kind === 'lambda.throttle')
    expect(throttles.length).toBeGreaterThan(100)
    const render = createLogRenderer(rough.seed, 0)
    expect(throttles.flatMap(({ at, emission }) => render(at, emission))).toEqual([])
  })

  test('lines are counted as they are rendered', () => {
    const { episode, end } = begin(rough)
    const render = createLogRenderer(rough.seed, 0)
    const wrong = run(episode, end).filter(({ at, emission }) => render(at, emission).length !== countLines(emission))
    expect(wrong).toEqual([])
  })

  test('calls running at once are throughput times duration (Little)', () => {
    const { episode, end } = begin({ scenario: 'shop', seed: 17, window: 10 * MINUTE })
    let running = 0
    let last = end - 10 * MINUTE
    let area = 0
    let busy = 0
    for (const { at, emission } of run(episode, end)) {
      area += running * (at - last)
      last = at
      if (!('invocation' in emission) || emission.invocation.name !== 'orders-api') continue
      if (emission.kind === 'lambda.start') running++
      if (emission.kind === 'lambda.end') {
        running--
        busy += emission.duration / 100
      }
    }
    expect(Math.abs(area / busy - 1)).toBeLessThan(0.03)
  })
})

describe('draws', () => {
  test('exponential and log-normal have their mean and median', () => {
    const random = createRandom(1)
    const waits = Array.from({ length: 20_000 }, () => exponential(random, 1000))
    expect(waits.reduce((sum, wait) => sum + wait, 0) / waits.length).toBeGreaterThan(970)
    expect(waits.reduce((sum, wait) => sum + wait, 0) / waits.length).toBeLessThan(1030)
    const times = Array.from({ length: 20_000 }, () => logNormal(random, 500)).sort((left, right) => left - right)
    expect(times[10_000]).toBeGreaterThan(490)
    expect(times[10_000]).toBeLessThan(510)
    expect((times[19_000] ?? 0) / 500).toBeCloseTo(2.1, 1)
  })

  test('ids are version 4 UUIDs', () => {
    const random = createRandom(2)
    for (let count = 0; count < 100; count++)
      expect(uuid(random)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })
})
