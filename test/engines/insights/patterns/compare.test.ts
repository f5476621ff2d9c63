import { describe, expect, it } from 'vitest'
import { createExecution } from '#engines/insights/index.ts'
import { earlierRange } from '#engines/insights/patterns/earlier-range.ts'
import { parse } from '#languages/insights/index.ts'
import { DAY, HOUR, MINUTE } from '#lib/time.ts'
import { LogGroup } from '#stores/log-store.ts'
import { table } from '../ask.ts'

const START = Date.UTC(2024, 2, 15, 10)
const END = START + HOUR - 1

function groupOf(name: string, ...events: readonly (readonly [number, string])[]): LogGroup {
  const group = new LogGroup(name, 0)
  for (const [time, message] of events) group.append('s', [{ timestamp: time, message }], time)
  return group
}

function ask(query: string, groups: readonly LogGroup[], start = START, end = END): readonly (readonly (string | null)[])[] {
  const made = createExecution({ query: parse(query).ast, groups, accountId: '123456789012', start, end, now: END })
  if ('diagnostics' in made) throw new Error(made.diagnostics.map(({ message }) => message).join('; '))
  while (!made.value.step(3));
  return table(made.value.results())
}

const shown = 'display @pattern, @sampleCount, @previousSampleCount, @differenceEventCount, @differenceDescription'

describe('diff', () => {
  const group = groupOf(
    '/app',
    [START - HOUR, 'order 1 placed'],
    [START - HOUR + MINUTE, 'order 2 placed'],
    [START - 2 * MINUTE, 'cache warmed by night job'],
    [START - MINUTE, 'worker stopped'],
    [START, 'order 3 placed'],
    [START + MINUTE, 'order 4 placed'],
    [START + MINUTE, 'order 5 placed'],
    [START + MINUTE, 'disk full'],
    [START + 2 * MINUTE, 'disk full'],
    [START + 2 * MINUTE, 'worker stopped'],
  )

  it('compares patterns with those of the time right before', () => {
    expect(ask(`diff | ${shown}`, [group])).toEqual([
      ['disk full', '2', '0', '2', 'new'],
      ['order <Number-1> placed', '3', '2', '1', '50% more'],
      ['cache warmed by night job', '0', '1', '-1', 'gone'],
      ['worker stopped', '1', '1', '0', 'no change'],
    ])
  })

  it('stands behind filters and a pattern of another text', () => {
    expect(ask(`filter @message like "order" | diff | ${shown}`, [group])).toEqual([['order <Number-1> placed', '3', '2', '1', '50% more']])
    expect(ask(`parse @message "* *" as first, rest | pattern first | diff | display @pattern, @differenceEventCount`, [group])).toEqual([
      ['disk', '2'],
      ['order', '1'],
      ['cache', '-1'],
      ['worker', '0'],
    ])
  })

  it('reads several groups, and an earlier time that overlaps the query’s own', () => {
    const other = groupOf('/other', [START - 20 * HOUR, 'disk full'], [START - HOUR, 'disk full'], [START, 'disk full'])
    const start = START - 30 * HOUR
    // two hours more than a day: what lies in both times counts in both
    expect(ask(`diff previousDay | filter @pattern = "disk full" | ${shown}`, [group, other], start, END)).toEqual([
      ['disk full', '5', '0', '5', 'new'],
    ])
    const late = groupOf('/late', [START - 20 * HOUR, 'disk full'], [START - 50 * HOUR, 'disk full'], [START, 'disk full'])
    expect(ask(`diff previousDay | ${shown}`, [late], start, END)).toEqual([['disk full', '2', '1', '1', '100% more']])
  })

  it('cannot compare what has no events any more', () => {
    expect(() => ask('stats count(*) by @logStream | diff', [group])).toThrow(
      'diff compares events or patterns, and here are none any more',
    )
  })

  it('goes back by the calendar', () => {
    const asked = (text: string): string[] => {
      const { start = 0, end = 0 } = earlierRange(parse(text).ast.commands, Date.UTC(2024, 2, 31, 10), Date.UTC(2024, 2, 31, 11) - 1) ?? {}
      return [start, end + 1].map((time) => new Date(time).toISOString().slice(0, 16))
    }
    expect(asked('diff')).toEqual(['2024-03-31T09:00', '2024-03-31T10:00'])
    expect(asked('diff previousDay')).toEqual(['2024-03-30T10:00', '2024-03-30T11:00'])
    expect(asked('diff previousWeek')).toEqual(['2024-03-24T10:00', '2024-03-24T11:00'])
    expect(asked('diff previousMonth')).toEqual(['2024-02-29T10:00', '2024-02-29T11:00'])
    expect(asked('logcompare timeshift 2d')).toEqual(['2024-03-29T10:00', '2024-03-29T11:00'])
  })
})

describe('logcompare', () => {
  it('compares with the time a period before', () => {
    const group = groupOf('/app', [START - 7 * DAY, 'job 1 done'], [START - DAY, 'job 2 done'], [START, 'job 3 failed'])
    expect(ask(`logcompare timeshift 7d | ${shown}`, [group])).toEqual([
      ['job <Number-1> failed', '1', '0', '1', 'new'],
      ['job <Number-1> done', '0', '1', '-1', 'gone'],
    ])
  })
})

describe('anomaly', () => {
  const found = 'display @pattern, @anomaly, @anomalyTypes, @anomalyDescription'
  const minutes = (of: (minute: number) => readonly string[]): LogGroup =>
    groupOf('/app', ...Array.from({ length: 60 }, (_, at) => of(at).map((line) => [START + at * MINUTE, line] as const)).flat())

  it('finds a burst, and nothing in what is steady', () => {
    const group = minutes((at) => ['tick now', ...Array.from({ length: at === 30 ? 40 : 1 }, () => 'payment failed again')])
    expect(ask(`pattern @message | anomaly | ${found}`, [group])).toEqual([
      ['payment failed again', '1', 'PatternFrequency', '41 events in one interval, usually 2'],
      ['tick now', '0', null, null],
    ])
  })

  it('finds a pattern that was not there before', () => {
    const group = minutes((at) => ['tick now', ...(at === 55 ? ['disk full'] : [])])
    expect(ask(`pattern @message | anomaly | filter @anomaly = 1 | ${found}`, [group])).toEqual([
      ['disk full', '1', 'NewPattern', 'seen for the first time late in the time range'],
    ])
  })

  it('finds values of tokens that are unlike the others', () => {
    const group = minutes((at) => [
      `answered ${at === 40 ? 503 : 200} to a call`,
      `read ${at === 20 ? 9000 : 100 + (at % 9)} rows of it`,
      `job of v${at === 10 ? 'x2' : 1} has ended`,
    ])
    expect(ask(`pattern @message | anomaly | sort @pattern | ${found}`, [group])).toEqual([
      ['answered <Number-1> to a call', '1', 'HttpErrorCode', '<Number-1> is 503 in 1.7% of the events'],
      ['job of <Token-1> has ended', '1', 'TokenVariation', '<Token-1> is usually "v1", sometimes "vx2"'],
      ['read <Number-1> rows of it', '1', 'NumericalToken', '<Number-1> is mostly 102 to 106, once 9000'],
    ])
  })
})
