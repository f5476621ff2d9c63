import { expect, test } from 'vitest'
import { readWorldAsked, whoseWorld } from '#workbook/consoles/world/world-asked.ts'

const read = (query: string) => readWorldAsked(new URLSearchParams(query))
const world = encodeURIComponent('{"scenario":"practice","seed":3}')

test('without a word a link asks for the open world', () => {
  expect(read('')).toEqual({ kind: 'open' })
  expect(read('account=123456789012')).toEqual({ kind: 'open' })
})

test('a world in the link counts more than its account', () => {
  expect(read(`account=912345678901&world=${world}&at=1772632800000`)).toEqual({
    kind: 'spec',
    spec: { scenario: 'practice', seed: 3 },
    at: 1_772_632_800_000,
  })
})

test('what cannot be read is broken, and says why', () => {
  expect(read('world=%7Bx')).toMatchObject({ kind: 'broken', why: expect.stringMatching(/no JSON/) })
  expect(read('world=%5B%5D')).toMatchObject({ kind: 'broken', why: expect.stringMatching(/scenario/) })
  expect(read('account=12')).toMatchObject({ kind: 'broken', why: expect.stringMatching(/"12"/) })
})

test('the bar says whose world it is', () => {
  expect(whoseWorld(read(''), null)).toBe('The open world: Brightside Cafes')
  expect(whoseWorld(read(`world=${world}`), 'Which branch is slow')).toBe('The world of “Which branch is slow”')
})
