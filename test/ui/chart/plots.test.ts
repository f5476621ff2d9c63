import { describe, expect, test } from 'vitest'
import { formatShare, slicesOf } from '#ui/chart/plots/slices.ts'
import { stackRows, totalOf } from '#ui/chart/plots/stack.ts'

const series = (label: string, points: readonly (readonly [number | string, number | null])[]) => ({
  label,
  points: points.map(([x, y]) => ({ x, y })),
})

describe('layers over time', () => {
  test('what has no value at a moment adds nothing there', () => {
    const rows = stackRows(
      [
        series('a', [
          [0, 1],
          [10, 2],
        ]),
        series('b', [[10, 5]]),
      ],
      100,
    )
    expect(rows).toEqual([
      { x: 0, values: [1, 0] },
      { x: 10, values: [2, 5] },
    ])
  })

  test('a moment without any value is at nothing, not on a line across', () => {
    const rows = stackRows(
      [
        series('a', [
          [0, 1],
          [10, 1],
          [50, 1],
        ]),
      ],
      100,
    )
    expect(rows.map(({ x, values }) => [x, values[0]])).toEqual([
      [0, 1],
      [10, 1],
      [20, 0],
      [40, 0],
      [50, 1],
    ])
  })

  test('of more rows than can be seen the highest stay', () => {
    const many = series(
      'a',
      Array.from({ length: 1000 }, (_, at) => [at, at === 777 ? 99 : 1] as const),
    )
    const rows = stackRows([many], 100)
    expect(rows).toHaveLength(100)
    expect(rows.some(({ values }) => values[0] === 99)).toBe(true)
  })

  test('the axis reaches as high as all layers together', () => {
    expect(
      totalOf([
        series('a', [[0, 1]]),
        series('b', [
          [0, 5],
          [1, 2],
        ]),
      ]).points,
    ).toEqual([
      { x: 0, y: 6 },
      { x: 1, y: 2 },
    ])
  })
})

describe('slices', () => {
  test('the largest stands first, and all of them are the whole', () => {
    const slices = slicesOf(
      series('n', [
        ['a', 1],
        ['b', 3],
      ]),
    )
    expect(slices.map(({ label, share, from }) => [label, share, from])).toEqual([
      ['b', 0.75, 0],
      ['a', 0.25, 0.75],
    ])
  })

  test('small ones beyond the eighth are one', () => {
    const slices = slicesOf(
      series(
        'n',
        Array.from({ length: 12 }, (_, at) => [`k${at}`, 12 - at] as const),
      ),
    )
    expect(slices).toHaveLength(8)
    expect(slices.at(-1)).toMatchObject({ label: 'the other 5', value: 15 })
  })

  test('what is not above 0 is no part', () => {
    expect(
      slicesOf(
        series('n', [
          ['a', 0],
          ['b', null],
          ['c', -1],
        ]),
      ),
    ).toEqual([])
  })

  test.each([
    [0.5, '50 %'],
    [0.8214, '82.1 %'],
    [0.0002, 'under 0.1 %'],
    [0.9999, 'over 99.9 %'],
    [1, '100 %'],
  ])('%d is written %s', (share, text) => expect(formatShare(share)).toBe(text))
})
