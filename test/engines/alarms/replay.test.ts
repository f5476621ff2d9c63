import { describe, expect, test } from 'vitest'
import { evaluateAt, evaluationRange, explainAt, replay, ReplayRun, type WarmUp } from '#engines/alarms/index.ts'
import type { AlarmState, MetricAlarm } from '#lib/alarm/alarm.ts'
import type { Replay, StateChange } from '#lib/alarm/replay.ts'
import { createRandom, substream } from '#lib/random.ts'
import { HOUR, MINUTE, SECOND, type TimeRange } from '#lib/time.ts'
import { queryOf, randomAlarm, randomSeries, readerOf, START, windowsOf, type GappySeries } from './random-alarms.ts'

const range: TimeRange = { start: START + 30 * MINUTE + 7000, end: START + 4 * HOUR }

/** The same history as a live alarm lives it: one evaluation after another, each reading what is there by then. */
function fedOneByOne(alarm: MetricAlarm, series: GappySeries): readonly StateChange[] {
  const { first, last, step } = evaluationRange(alarm, range)
  const changes: StateChange[] = []
  let state: AlarmState = 'INSUFFICIENT_DATA'
  let warmUp: WarmUp | undefined = alarm.WarmUpConfiguration && { createdAt: range.start }
  for (let at = first; at <= last; at += step) {
    const read = readerOf(series, at)
    const found = evaluateAt({ alarm, query: queryOf(alarm), read, warmUp }, state, at)
    if (!found.isWarmingUp) warmUp = undefined
    if (found.change) changes.push({ at, from: state, to: found.state, reason: found.change.reason })
    state = found.state
  }
  return changes
}

const seed = 20260914

describe(`random alarms over random series, seed ${seed}`, () => {
  test.each(Array.from({ length: 60 }, (_, at) => at))('replayed at once = fed datapoint by datapoint, %i', (at) => {
    const random = substream(seed, at)
    const alarm = randomAlarm(random)
    const series = randomSeries(random, (alarm.Period ?? 60) < 60 ? 10 * SECOND : MINUTE)
    expect(replay(alarm, windowsOf(alarm, series, range), range).changes, JSON.stringify(alarm)).toEqual(fedOneByOne(alarm, series))
  })

  test('they do change, and reach every state', () => {
    const reached = new Set<AlarmState>()
    for (let at = 0; at < 60; at++) {
      const random = substream(seed, at)
      const alarm = randomAlarm(random)
      const series = randomSeries(random, (alarm.Period ?? 60) < 60 ? 10 * SECOND : MINUTE)
      for (const { to } of replay(alarm, windowsOf(alarm, series, range), range).changes) reached.add(to)
    }
    expect([...reached].sort()).toEqual(['ALARM', 'INSUFFICIENT_DATA', 'OK'])
  })

  test.each(['missing', 'breaching', 'notBreaching'] as const)(
    'a higher threshold never adds to the time in alarm, %s',
    (TreatMissingData) => {
      const random = createRandom(seed)
      for (let round = 0; round < 40; round++) {
        const low: MetricAlarm = { ...randomAlarm(random), TreatMissingData, ComparisonOperator: 'GreaterThanThreshold', Threshold: 4 }
        const series = randomSeries(random, (low.Period ?? 60) < 60 ? 10 * SECOND : MINUTE)
        const higher = inAlarm(replay({ ...low, Threshold: 6 }, windowsOf(low, series, range), range))
        const lower = inAlarm(replay(low, windowsOf(low, series, range), range))
        const isWithin = higher.every((stretch) => lower.some(({ start, end }) => start <= stretch.start && stretch.end <= end))
        expect(isWithin, JSON.stringify(low)).toBe(true)
      }
    },
  )

  test('what is said of the next change comes true when no datapoint comes', () => {
    const random = createRandom(seed)
    let told = 0
    for (let round = 0; round < 60; round++) {
      const alarm: MetricAlarm = { ...randomAlarm(random), WarmUpConfiguration: undefined }
      const step = (alarm.Period ?? 60) < 60 ? 10 * SECOND : MINUTE
      const series = randomSeries(random, step)
      const at = START + 2 * HOUR + random.below(30) * MINUTE
      const read = readerOf(series, at)
      const { after, next } = explainAt({ alarm, query: queryOf(alarm), read }, 'OK', at)
      const later = replay(
        alarm,
        windowsOf(alarm, cutAt(series, at), { start: at + 1, end: at + 2 * HOUR }),
        { start: at + 1, end: at + 2 * HOUR },
        after,
      )
      expect(next, JSON.stringify({ alarm, round })).toEqual(later.changes[0] && { at: later.changes[0].at, to: later.changes[0].to })
      if (next) told++
    }
    expect(told).toBeGreaterThan(10)
  })
})

const inAlarm = ({ stretches }: Replay) => stretches.filter(({ state }) => state === 'ALARM')

const cutAt = (series: GappySeries, known: number): GappySeries => ({
  ...series,
  values: series.values.map((value, at) => (series.start + at * series.step < known ? value : null)),
})

describe('a replay', () => {
  const alarm: MetricAlarm = {
    Namespace: 'Shop',
    MetricName: 'Duration',
    Statistic: 'Maximum',
    Period: 60,
    EvaluationPeriods: 2,
    Threshold: 5,
    ComparisonOperator: 'GreaterThanThreshold',
  }
  const series: GappySeries = { start: START, step: MINUTE, values: [1, 1, 9, 9, 9, 1, 1, 9, 9, 1, null, null, null, null, null, null] }
  const hour = { start: START, end: START + 20 * MINUTE }
  const played = replay(alarm, windowsOf(alarm, series, hour), hour)

  test('covers the range without gaps', () => {
    expect(played.stretches.map(({ state, start, end }) => `${state} ${(start - START) / MINUTE}-${(end - START) / MINUTE}`)).toEqual([
      'INSUFFICIENT_DATA 0-1',
      'OK 1-4',
      'ALARM 4-6',
      'OK 6-9',
      'ALARM 9-10',
      'OK 10-14',
      'INSUFFICIENT_DATA 14-20',
    ])
  })

  test('counts how often it went into each state, and for how long', () => {
    expect(played.totals).toEqual({
      OK: { times: 3, duration: 10 * MINUTE },
      ALARM: { times: 2, duration: 3 * MINUTE },
      INSUFFICIENT_DATA: { times: 1, duration: 7 * MINUTE },
    })
  })

  test('words each change as AWS does', () => {
    expect(played.changes[1]).toEqual({
      at: START + 4 * MINUTE,
      from: 'OK',
      to: 'ALARM',
      reason: 'Threshold Crossed: 2 datapoints [9.0 (30/03/24 22:03:00), 9.0 (30/03/24 22:02:00)] were greater than the threshold (5.0).',
    })
  })

  test('begins in the state it is given', () => {
    const later = { start: START + SECOND, end: hour.end }
    const begun = replay(alarm, windowsOf(alarm, series, later), later, 'ALARM')
    expect(begun.stretches[0]).toEqual({ state: 'ALARM', start: later.start, end: START + MINUTE })
    expect(begun.totals.ALARM.times).toBe(2)
  })

  test('goes on in steps to the same end', () => {
    const run = new ReplayRun(alarm, windowsOf(alarm, series, hour), hour, 'INSUFFICIENT_DATA')
    let steps = 0
    while (!run.step(3)) steps++
    expect(steps).toBe(6)
    expect(run.result()).toEqual(played)
  })

  test('of no evaluation is one stretch', () => {
    const moment = { start: START + 1, end: START + 2 }
    const empty = replay(alarm, windowsOf(alarm, series, moment), moment)
    expect(empty.stretches).toEqual([{ state: 'INSUFFICIENT_DATA', ...moment }])
    expect(empty.changes).toEqual([])
  })
})
