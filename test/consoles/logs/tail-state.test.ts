import { expect, test } from 'vitest'
import type { TailEvent } from '#clients/live-tail/live-tail.ts'
import { placesOf, termsIn } from '#consoles/logs/console/tail/highlight.ts'
import { emptyTail, rateOf, tailReducer, type TailState } from '#consoles/logs/console/tail/tail-state.ts'

const event = (eventId: string): TailEvent => ({
  eventId,
  timestamp: 1,
  ingestionTime: 1,
  message: eventId,
  logStreamName: 's',
  logGroupName: '/g',
})
const come = (state: TailState, ...ids: readonly string[]): TailState =>
  tailReducer(state, { kind: 'update', update: { events: ids.map(event), isSampled: false } })
const shown = ({ shown: events }: TailState) => events.map(({ eventId }) => eventId)

test('what comes while it is paused waits, and stands below the rest when it goes on', () => {
  const paused = come(tailReducer(come(emptyTail, 'a'), { kind: 'pause' }), 'b', 'c')
  expect(shown(paused)).toEqual(['a'])
  expect(paused.waiting).toHaveLength(2)
  expect(shown(tailReducer(paused, { kind: 'resume' }))).toEqual(['a', 'b', 'c'])
  expect(paused.count).toBe(3)
})

test('clearing takes the lines and leaves the count', () => {
  const cleared = tailReducer(come(emptyTail, 'a', 'b'), { kind: 'clear' })
  expect([shown(cleared), cleared.count]).toEqual([[], 2])
})

test('the rate is that of the last seconds', () => {
  expect(rateOf(emptyTail)).toBe(0)
  const state = [['a', 'b', 'c', 'd'], ['e'], [], [], [], []].reduce<TailState>((before, ids) => come(before, ...ids), emptyTail)
  expect(rateOf(state)).toBeCloseTo(0.2)
})

test('no more lines stay than anybody scrolls back', () => {
  const state = come(come(emptyTail, 'first'), ...Array.from({ length: 1000 }, (_, at) => `e${at}`))
  expect(state.shown).toHaveLength(1000)
  expect(shown(state)[0]).toBe('e0')
})

test('terms are parted by commas and found with or without capitals', () => {
  expect(termsIn(' error , time out,,error')).toEqual(['error', 'time out'])
  expect(placesOf('ERROR: an error', ['error'])).toEqual([
    { from: 0, to: 5 },
    { from: 10, to: 15 },
  ])
  expect(placesOf('İİ error', ['error'])).toEqual([{ from: 3, to: 8 }])
})
