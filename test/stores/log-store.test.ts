import { expect, test } from 'vitest'
import { createRandom } from '#lib/random.ts'
import { LogGroup } from '#stores/log-store.ts'

const messages = (group: LogGroup): readonly string[] => Array.from({ length: group.size }, (_, row) => group.message(row))

test('keeps events by time, equal ones by arrival, whatever order they came in', () => {
  const group = new LogGroup('/g', 0)
  group.append('a', [{ timestamp: 30, message: 'third' }], 100)
  group.append(
    'b',
    [
      { timestamp: 10, message: 'first' },
      { timestamp: 30, message: 'fourth' },
    ],
    100,
  )
  expect(messages(group)).toEqual(['first', 'third', 'fourth'])
  group.append('a', [{ timestamp: 20, message: 'second' }], 200)
  expect(messages(group)).toEqual(['first', 'second', 'third', 'fourth'])
  expect([0, 1, 2, 3].map((row) => group.stream(row))).toEqual(['b', 'a', 'a', 'b'])
  expect(group.ingestionTime(1)).toBe(200)
})

test('agrees with a stable sort over random batches read in between', () => {
  const seed = 4711
  const random = createRandom(seed)
  const group = new LogGroup('/g', 0)
  const expected: { timestamp: number; message: string }[] = []
  for (let batch = 0; batch < 60; batch++) {
    const events = Array.from({ length: random.below(9) }, (_, at) => ({ timestamp: random.below(50), message: `${batch}.${at}` }))
    group.append(`s${random.below(3)}`, events, batch)
    expected.push(...events)
    if (random.below(4) > 0) continue
    const sorted = [...expected].sort((left, right) => left.timestamp - right.timestamp)
    expect(messages(group), `seed ${seed}, batch ${batch}`).toEqual(sorted.map(({ message }) => message))
  }
})

test('numbers rows anew only when an append is out of order', () => {
  const group = new LogGroup('/g', 0)
  group.append('a', [{ timestamp: 10, message: 'x' }], 0)
  const before = group.revision
  group.append('a', [{ timestamp: 10, message: 'y' }], 0)
  expect(group.revision).toBe(before)
  group.append('a', [{ timestamp: 9, message: 'z' }], 0)
  expect(group.revision).not.toBe(before)
})

test('an event keeps its id when earlier ones arrive and when another stream goes', () => {
  const group = new LogGroup('/g', 0)
  group.append('keep', [{ timestamp: 50, message: 'kept' }], 0)
  const id = group.eventId(0)
  group.append('gone', [{ timestamp: 40, message: 'earlier' }], 0)
  expect(id).toMatch(/^\d{56}$/)
  expect(group.message(group.rowOf(id) ?? -1)).toBe('kept')
  group.deleteStream('gone')
  expect(messages(group)).toEqual(['kept'])
  expect(group.rowOf(id)).toBe(0)
  expect(group.rowOf('1'.repeat(56))).toBeUndefined()
})

test('counts UTF-8 bytes and 26 an event, and gives them back on deletion', () => {
  const group = new LogGroup('/g', 0)
  group.append('a', [{ timestamp: 1, message: 'café 🙂 €' }], 0)
  expect(group.storedBytes).toBe(new TextEncoder().encode('café 🙂 €').length + 26)
  group.append('b', [{ timestamp: 1, message: '\ud800x' }], 0)
  expect(group.storedBytes).toBe(14 + 26 + 4 + 26)
  group.deleteStream('b')
  expect(group.storedBytes).toBe(40)
})

test('finds the first row of a time by bisection', () => {
  const group = new LogGroup('/g', 0)
  group.append(
    'a',
    [1, 3, 3, 7].map((timestamp) => ({ timestamp, message: '' })),
    0,
  )
  expect([0, 1, 2, 3, 4, 7, 8].map((time) => group.lowerBound(time))).toEqual([0, 0, 1, 1, 3, 3, 4])
})

test('keeps what is known of a stream up to date', () => {
  const group = new LogGroup('/g', 0)
  group.append('a', [{ timestamp: 5, message: '' }], 9)
  group.append('a', [{ timestamp: 2, message: '' }], 11)
  expect(group.streams.get('a')).toEqual({ name: 'a', createdAt: 9, firstEventTimestamp: 2, lastEventTimestamp: 5, lastIngestionTime: 11 })
})
