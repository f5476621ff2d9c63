import { describe, expect, test } from 'vitest'
import { evaluationStep } from '#lib/alarm/evaluation-step.ts'
import { evaluationOffset, evaluationRange, nextEvaluation, rangeOf, slotRanges } from '#engines/alarms/index.ts'
import type { MetricAlarm } from '#lib/alarm/alarm.ts'
import { HOUR, MINUTE, SECOND } from '#lib/time.ts'

const alarm = (settings: Partial<MetricAlarm>): MetricAlarm => ({
  Namespace: 'Shop',
  MetricName: 'Duration',
  Statistic: 'Average',
  Threshold: 1,
  ComparisonOperator: 'GreaterThanThreshold',
  EvaluationPeriods: 3,
  Period: 60,
  ...settings,
})

const wallClock = (settings: Partial<MetricAlarm>, Timezone?: string): MetricAlarm =>
  alarm({ ...settings, EvaluationWindow: { WallClockWindow: { Timezone } } })

const at = (iso: string): number => Date.parse(iso)
const starts = (settings: MetricAlarm, moment: string): readonly string[] =>
  slotRanges(settings, at(moment)).map(({ start }) => new Date(start).toISOString().slice(0, 19))
const lengths = (settings: MetricAlarm, moment: string): readonly number[] =>
  slotRanges(settings, at(moment)).map(({ start, end }) => (end - start) / HOUR)

describe('sliding slots', () => {
  test('lie behind the last full minute, whatever the multiples of the period', () => {
    expect(starts(alarm({ Period: 300, EvaluationPeriods: 1 }), '2024-03-08T12:16:51Z')).toEqual([
      '2024-03-08T12:01:00',
      '2024-03-08T12:06:00',
      '2024-03-08T12:11:00',
    ])
  })

  test('are two more than are evaluated, below a minute six more', () => {
    expect(rangeOf(alarm({}))).toBe(5)
    expect(rangeOf(alarm({ Period: 10 }))).toBe(9)
    expect(rangeOf(alarm({ Period: 30, EvaluationPeriods: 1 }))).toBe(7)
  })

  test('below a minute leave out the newest finished ten seconds for an alarm on one metric', () => {
    const newest = slotRanges(alarm({ Period: 10 }), at('2024-03-08T12:16:51Z')).at(-1)
    expect(new Date(newest?.end ?? 0).toISOString()).toBe('2024-03-08T12:16:40.000Z')
  })

  test('below a minute do not for an alarm on several metrics', () => {
    const Metrics = [{ Id: 'm1', MetricStat: { Metric: { Namespace: 'Shop', MetricName: 'Duration' }, Period: 20, Stat: 'Sum' } }]
    const settings = { ...alarm({ Metrics, Period: undefined }), MetricName: undefined, Namespace: undefined, Statistic: undefined }
    const newest = slotRanges(settings, at('2024-03-08T12:16:51Z')).at(-1)
    expect(newest).toEqual({ start: at('2024-03-08T12:16:30Z'), end: at('2024-03-08T12:16:50Z') })
  })

  test('that reach over more than a day end at the last full hour', () => {
    const settings = alarm({ Period: 3600, EvaluationPeriods: 25 })
    expect(evaluationStep(settings)).toBe(HOUR)
    expect(slotRanges(settings, at('2024-03-08T12:59:00Z')).at(-1)?.end).toBe(at('2024-03-08T12:00:00Z'))
  })

  test('of just a day are looked at every minute', () => {
    expect(evaluationStep(alarm({ Period: 3600, EvaluationPeriods: 24 }))).toBe(MINUTE)
    expect(evaluationStep(alarm({ Period: 20 }))).toBe(10 * SECOND)
  })
})

describe('slots by the clock', () => {
  test('are exactly as many as are evaluated, all of them over', () => {
    expect(starts(wallClock({ Period: 300, EvaluationPeriods: 2 }), '2024-03-08T12:16:51Z')).toEqual([
      '2024-03-08T12:05:00',
      '2024-03-08T12:10:00',
    ])
  })

  test('end with the hour of a zone that is half an hour off', () => {
    expect(starts(wallClock({ Period: 3600, EvaluationPeriods: 1 }, '+05:30'), '2024-03-08T12:16:51Z')).toEqual(['2024-03-08T10:30:00'])
  })

  test('begin at midnight and last 23 or 25 hours where the clocks change', () => {
    const days = wallClock({ Period: 86_400, EvaluationPeriods: 3 }, 'Europe/London')
    expect(starts(days, '2024-04-02T12:00:00Z')).toEqual(['2024-03-30T00:00:00', '2024-03-31T00:00:00', '2024-03-31T23:00:00'])
    expect(lengths(days, '2024-04-02T12:00:00Z')).toEqual([24, 23, 24])
    expect(lengths(days, '2024-10-29T12:00:00Z')).toEqual([24, 25, 24])
  })

  test('begin with the day where its midnight is skipped, west of Greenwich too', () => {
    const days = (zone: string) => wallClock({ Period: 86_400, EvaluationPeriods: 2 }, zone)
    expect(starts(days('America/Havana'), '2024-03-11T12:00:00Z')).toEqual(['2024-03-09T05:00:00', '2024-03-10T05:00:00'])
    expect(lengths(days('America/Havana'), '2024-03-11T12:00:00Z')).toEqual([24, 23])
    expect(starts(days('Africa/Cairo'), '2024-04-27T12:00:00Z')).toEqual(['2024-04-24T22:00:00', '2024-04-25T22:00:00'])
    expect(lengths(days('America/Havana'), '2024-11-04T12:00:00Z')).toEqual([24, 25])
  })

  test('of an hour keep to the top of the hour where the clocks change by half of one', () => {
    const hours = wallClock({ Period: 3600, EvaluationPeriods: 2 }, 'Australia/Lord_Howe')
    expect(starts(hours, '2024-04-06T16:40:00Z')).toEqual(['2024-04-06T14:00:00', '2024-04-06T15:30:00'])
    expect(starts(hours, '2024-10-05T17:10:00Z')).toEqual(['2024-10-05T14:30:00', '2024-10-05T16:00:00'])
  })

  test('of a week begin on Monday', () => {
    expect(starts(wallClock({ Period: 604_800, EvaluationPeriods: 1 }), '2024-03-08T12:00:00Z')).toEqual(['2024-02-26T00:00:00'])
  })

  test('of an hour go on through the hour that comes twice', () => {
    const hours = wallClock({ Period: 3600, EvaluationPeriods: 4 }, 'Europe/London')
    expect(lengths(hours, '2024-10-27T03:10:00Z')).toEqual([1, 1, 1, 1])
  })

  test('look again every minute, however long they are', () => {
    expect(evaluationStep(wallClock({ Period: 604_800, EvaluationPeriods: 1 }))).toBe(MINUTE)
  })
})

describe('moments', () => {
  test('an alarm has one moment of its own in the minute', () => {
    const arn = 'arn:aws:cloudwatch:eu-west-1:123456789012:alarm:slow'
    const offset = evaluationOffset(arn, 60)
    expect(offset).toBe(evaluationOffset(arn, 300))
    expect(offset).not.toBe(evaluationOffset(`${arn}er`, 60))
    expect(evaluationOffset(arn, 10)).toBeLessThan(10 * SECOND)
    const first = nextEvaluation(alarm({}), arn, at('2024-03-08T12:00:00Z'))
    expect(first % MINUTE).toBe(offset)
    expect(nextEvaluation(alarm({}), arn, first)).toBe(first + MINUTE)
    expect(nextEvaluation(alarm({}), arn, first - 1)).toBe(first)
  })

  test('a replay evaluates on full minutes, at its end no more', () => {
    const range = { start: at('2024-03-08T12:00:01Z'), end: at('2024-03-08T12:05:00Z') }
    expect(evaluationRange(alarm({}), range)).toEqual({ first: at('2024-03-08T12:01:00Z'), last: at('2024-03-08T12:04:00Z'), step: MINUTE })
  })
})
