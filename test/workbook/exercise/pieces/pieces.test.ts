import { describe, expect, test } from 'vitest'
import { assemble, moved, takeApart } from '#workbook/exercise/pieces/pieces.ts'

const pieces = ['| sort slow desc', 'filter level = "INFO"', '| stats avg(ms) as slow by branch', '| sort slow']

describe('takeApart', () => {
  test('finds the pieces of a text in their order', () => {
    expect(takeApart(pieces, assemble(['filter level = "INFO"', '| sort slow desc']))).toEqual([1, 0])
  })

  test('is not misled by a piece that begins like another', () => {
    expect(takeApart(pieces, '| sort slow desc | sort slow')).toEqual([0, 3])
    expect(takeApart(pieces, '| sort slow | sort slow desc')).toEqual([3, 0])
    expect(takeApart(['a', 'a b', 'b'], 'a b a b')).toBeDefined()
  })

  test('reads pieces that stand a line each', () => {
    expect(takeApart(pieces, '| sort slow\n| sort slow desc')).toEqual([3, 0])
  })

  test('nothing is made of nothing', () => {
    expect(takeApart(pieces, '')).toEqual([])
  })

  test('a text of other pieces is none of these', () => {
    expect(takeApart(pieces, 'limit 5')).toBeUndefined()
    expect(takeApart(pieces, '| sort slow desc | sort slow desc')).toBeUndefined()
  })
})

describe('moved', () => {
  test.each([
    ['down', 0, 2, [1, 2, 0, 3]],
    ['up', 3, 1, [0, 3, 1, 2]],
    ['past the end', 3, 4, [0, 1, 2, 3]],
    ['past the beginning', 0, -1, [0, 1, 2, 3]],
  ])('%s', (_, from, to, expected) => {
    expect(moved([0, 1, 2, 3], from, to)).toEqual(expected)
  })
})
