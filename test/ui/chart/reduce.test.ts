import { describe, expect, it } from 'vitest'
import { lonely, plotRows, reduce, timeRows } from '#ui/chart/reduce.ts'
import { dashOf, colourOf } from '#ui/chart/series-look.ts'
import { summaryOf } from '#ui/chart/summary.ts'

const rows = (values: readonly (number | null)[]) => values.map((value, x) => ({ x, values: [value] }))

describe('a plot as wide as the screen', () => {
  it('keeps the least and the greatest of every bucket', () => {
    const many = Array.from({ length: 10_000 }, (_, at) => (at === 4321 ? 999 : at === 8765 ? -7 : at % 10))
    const kept = reduce(rows(many), 100).flatMap((row) => row.values)
    expect(kept).toHaveLength(200)
    expect(Math.max(...kept.map(Number))).toBe(999)
    expect(Math.min(...kept.map(Number))).toBe(-7)
  })

  it('keeps the order in which the extremes of a bucket came', () => {
    expect(reduce(rows([5, 1, 9, 3, 2, 8, 4, 6]), 2).map((row) => row.values[0])).toEqual([1, 9, 2, 8])
  })

  it('leaves few points alone', () => {
    expect(reduce(rows([3, null, 1]), 100)).toEqual(rows([3, null, 1]))
  })

  it('puts several series over one axis, in order of time, with nothing where one has nothing', () => {
    const series = [
      {
        label: 'a',
        points: [
          { x: 20, y: 2 },
          { x: 10, y: 1 },
        ],
      },
      { label: 'b', points: [{ x: 20, y: 5 }] },
    ]
    expect(plotRows(series)).toEqual([
      { x: 10, values: [1, null] },
      { x: 20, values: [2, 5] },
    ])
  })

  it('keeps the order of categories', () => {
    expect(
      plotRows([
        {
          label: 'a',
          points: [
            { x: 'york', y: 1 },
            { x: 'hull', y: 2 },
          ],
        },
      ]).map((row) => row.x),
    ).toEqual(['york', 'hull'])
  })

  const binned = [0, 300, 600, 1500].map((x) => ({ x, y: 1 }))

  it('shows a gap where bins are missing', () => {
    expect(timeRows([{ label: 'a', points: binned }]).map(({ values }) => values[0])).toEqual([1, 1, 1, null, 1])
  })

  it('shows no gap where a longer period is the usual one, and dots where nothing is on either side', () => {
    const everyOther = [0, 120, 240].map((x) => ({ x, y: 2 }))
    expect(lonely({ label: 'a', points: everyOther })).toEqual([])
    expect(lonely({ label: 'a', points: everyOther, step: 60 })).toHaveLength(3)
    expect(lonely({ label: 'a', points: binned })).toEqual([{ x: 1500, y: 1 }])
  })

  it('draws a line of five minutes on between the points of one of one minute, and tells only its own points', () => {
    const minutes = Array.from({ length: 6 }, (_, at) => ({ x: at * 60, y: 1 }))
    const rows = timeRows([
      { label: 'minutes', points: minutes },
      {
        label: 'fives',
        points: [
          { x: 0, y: 10 },
          { x: 300, y: 20 },
        ],
      },
    ])
    expect(rows.map(({ values }) => values[1])).toEqual([10, 12, 14, 16, 18, 20])
    expect(rows.map(({ between }) => between?.has(1) ?? false)).toEqual([false, true, true, true, true, false])
  })

  it('gives the seventh series the first colour and a dash', () => {
    expect([colourOf(0), dashOf(0)]).toEqual(['var(--s1)', undefined])
    expect(colourOf(6)).toBe('var(--s1)')
    expect(dashOf(6)).toBe('6 4')
  })

  it('says the least and the greatest in words, with where they are and the unit', () => {
    const series = [
      {
        label: 'leeds',
        points: [
          { x: 'mon', y: 4 },
          { x: 'tue', y: 1.23456 },
        ],
      },
    ]
    expect(summaryOf(series, String, { unit: 'ms' })).toBe('leeds: 2 points, least 1.235 ms at tue, greatest 4 ms at mon.')
  })
})
