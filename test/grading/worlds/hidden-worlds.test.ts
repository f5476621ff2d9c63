import { expect, test } from 'vitest'
import { dealMutators } from '#grading/worlds/hidden-worlds.ts'

const deal = (...names: readonly string[]): readonly (readonly string[])[] =>
  dealMutators(names.map((name) => ({ name }))).map((hand) => hand.map((mutator) => mutator.name))

test('deals in turn over five worlds, so that each world has one', () => {
  expect(deal('ties', 'duplicates')).toEqual([['ties'], ['duplicates'], ['ties'], ['duplicates'], ['ties']])
})

test('more mutators than worlds share', () => {
  expect(deal('a', 'b', 'c', 'd', 'e', 'f')).toEqual([['a', 'f'], ['b'], ['c'], ['d'], ['e']])
})

test('empty and one-row stand alone', () => {
  expect(deal('empty', 'ties', 'one-row')).toEqual([['ties'], ['ties'], ['ties'], ['empty'], ['one-row']])
})
