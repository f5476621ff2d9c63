import { expect, test } from 'vitest'
import { HOUR, MINUTE } from '#lib/time.ts'
import { isWhole, printLength, rangeOf, readChosen, writeChosen } from '#ui/console/console-range.ts'

const whole = { start: 1_000_000, end: 1_000_000 + 2 * HOUR }
const now = whole.start + 45 * MINUTE
const read = (query: string) => readChosen(new URLSearchParams(query))

test('a link says back from now, from one moment to another, or nothing', () => {
  expect(read('last=30m')).toEqual({ kind: 'last', length: 30 * MINUTE })
  expect(read('start=10&end=20')).toEqual({ kind: 'between', start: 10, end: 20 })
  expect(read('')).toEqual({ kind: 'whole' })
})

test('a time range that is none is passed over', () => {
  for (const query of ['last=soon', 'last=0m', 'start=20&end=10', 'start=5', 'start=x&end=10'])
    expect(read(query)).toEqual({ kind: 'whole' })
})

test('what was chosen is read as it was written', () => {
  for (const chosen of [{ kind: 'last', length: 90 * MINUTE }, { kind: 'between', start: 5, end: 9 }, { kind: 'whole' }] as const) {
    const query = new URLSearchParams(Object.entries(writeChosen(chosen)).flatMap(([name, value]) => (value ? [[name, value]] : [])))
    expect(readChosen(query)).toEqual(chosen)
  }
})

test('back from now counts from the world’s time, and the event of this very millisecond is in', () => {
  expect(rangeOf({ kind: 'last', length: 5 * MINUTE }, whole, now)).toEqual({ start: now + 1 - 5 * MINUTE, end: now + 1 })
  expect(rangeOf({ kind: 'whole' }, whole, now)).toEqual({ start: whole.start, end: now + 1 })
})

test('a world that has ended is whole up to its end', () => {
  expect(rangeOf({ kind: 'whole' }, whole, whole.end)).toEqual(whole)
})

test('a pane’s own range over all there is counts as all', () => {
  expect(isWhole({ kind: 'between', ...whole }, whole, now)).toBe(true)
  expect(isWhole({ kind: 'between', start: whole.start + 1, end: whole.end }, whole, now)).toBe(false)
})

test('lengths are said in the largest unit that divides them', () => {
  expect([5 * MINUTE, HOUR, 90 * MINUTE, 24 * HOUR].map(printLength)).toEqual(['5m', '1h', '90m', '1d'])
})
