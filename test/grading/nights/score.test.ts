import { describe, expect, test } from 'vitest'
import type { Night } from '#grading/exercise.ts'
import { outcomeOf, scoreNight, scoreNights } from '#grading/nights/score.ts'
import type { MetricAlarm } from '#lib/alarm/alarm.ts'
import type { Replay } from '#lib/alarm/replay.ts'
import { HOUR, MINUTE } from '#lib/time.ts'

const alarm: MetricAlarm = { Period: 60, EvaluationPeriods: 3, ComparisonOperator: 'GreaterThanThreshold', Threshold: 1 }

const night: Night = {
  title: 'One',
  world: { scenario: 'pipeline', seed: 1 },
  range: { start: 0, end: 8 * HOUR },
  incidents: [{ start: 2 * HOUR, end: 3 * HOUR }],
}

/** A replay that pages at these minutes. */
const paging = (...minutes: readonly number[]): Replay => ({
  start: 0,
  end: 8 * HOUR,
  stretches: [],
  changes: minutes.flatMap((minute) => [
    { at: minute * MINUTE, from: 'OK', to: 'ALARM', reason: '' } as const,
    { at: minute * MINUTE + 1, from: 'ALARM', to: 'OK', reason: '' } as const,
  ]),
  totals: { OK: { times: 0, duration: 0 }, ALARM: { times: 0, duration: 0 }, INSUFFICIENT_DATA: { times: 0, duration: 0 } },
})

const score = (...minutes: readonly number[]) => scoreNight(night, false, alarm, paging(...minutes), 10 * MINUTE)

describe('an incident', () => {
  test('is caught from its onset to the end of the delay', () => {
    expect(score(120).incidents[0]).toMatchObject({ outcome: 'caught', delay: 0 })
    expect(score(130).incidents[0]).toMatchObject({ outcome: 'caught', delay: 10 * MINUTE })
  })

  test('is found late after that, up to the evaluation periods behind its end', () => {
    expect(score(131).incidents[0]).toMatchObject({ outcome: 'late', delay: 11 * MINUTE })
    expect(score(183).incidents[0]?.outcome).toBe('late')
  })

  test('is missed where nothing pages, or only before and long after', () => {
    expect(score().incidents[0]).toMatchObject({ outcome: 'missed' })
    const around = score(119, 184)
    expect(around.incidents[0]?.outcome).toBe('missed')
    expect(around.falsePages).toBe(2)
  })

  test('that pages twice is caught, and the second is no false page', () => {
    const twice = score(122, 150)
    expect(twice.pages.map(({ counts }) => counts)).toEqual(['caught', 'again'])
    expect(twice.falsePages).toBe(0)
  })
})

test('nights are summed up with the median of what was found', () => {
  expect(scoreNights([score(122), score(126, 10), score(140), score()])).toEqual({
    caught: 2,
    incidents: 4,
    falsePages: 1,
    medianDelay: 6 * MINUTE,
  })
})

test('an outcome counts false pages as none, one, or more', () => {
  expect(outcomeOf([score(122)])).toBe('caught 0')
  expect(outcomeOf([score(10)])).toBe('missed 1')
  expect(outcomeOf([score(1, 2, 3)])).toBe(outcomeOf([score(1, 2)]))
  expect(outcomeOf([score(140)])).not.toBe(outcomeOf([score(122)]))
})
