// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { keepSession, keptSession, resumeSession } from '#deck/session/kept-session.ts'
import { readSession, startSession, type DeckSession } from '#deck/session/session.ts'
import { sharedTimer, timeLeft } from '#deck/session/timer.ts'
import { TimerBlock } from '#deck/slides/TimerBlock.tsx'

beforeEach(() => sessionStorage.clear())
afterEach(cleanup)

const NOW = 1_000_000_000

/** A session that a test holds in a variable. */
function held(first: DeckSession = startSession('a', undefined, 1)) {
  const box = { session: first }
  const change = (next: Partial<DeckSession>): void => void (box.session = { ...box.session, ...next })
  const timer = () => sharedTimer({ session: box.session, change, ask: () => undefined }, 'a', 15, () => NOW)
  return { box, timer }
}

it('starts, takes a minute more, stops with what is left, and is whole again', () => {
  const { box, timer } = held()
  expect([timeLeft(timer().timer, NOW), timer().isWhole]).toEqual([900_000, true])
  timer().onToggle()
  timer().onAddMinute()
  expect(box.session.timers['a']).toEqual({ endsAt: NOW + 960_000 })
  timer().onToggle()
  expect(box.session.timers['a']).toEqual({ left: 960_000 })
  timer().onReset()
  expect(box.session.timers).toEqual({})
})

it('comes back after a reload while it counts, and is forgotten an hour after its end', () => {
  const { box, timer } = held()
  timer().onToggle()
  keepSession('deck', 'stage', { ...box.session, isBlack: true })
  const soon = resumeSession(keptSession('deck', 'stage', NOW + 60_000), startSession('a', undefined, 1))
  expect([soon.timers['a'], soon.isBlack]).toEqual([{ endsAt: NOW + 900_000 }, false])
  expect(keptSession('deck', 'stage', NOW + 900_000 + 3_600_001)?.timers).toEqual({})
})

it('keeps a step only where the address names the same slide', () => {
  const kept = { ...startSession('a', undefined, 7), step: 2 }
  expect(resumeSession(kept, startSession('a', undefined, 1))).toMatchObject({ step: 2, revision: 7 })
  expect(resumeSession(kept, startSession('b', undefined, 1))).toMatchObject({ slideId: 'b', step: 0 })
})

it('takes no timer from another build that is none', () => {
  const said = { ...startSession('a', undefined, 1), timers: { a: { endsAt: 5 }, b: 'soon', c: { left: '1' } } }
  expect(readSession(said)?.timers).toEqual({ a: { endsAt: 5 } })
  expect(readSession({ ...said, timers: undefined })?.timers).toEqual({})
})

it('counts by itself where nobody shares it', async () => {
  render(<TimerBlock minutes={15} />)
  expect(screen.getByRole('timer').textContent).toBe('15:00')
  await userEvent.setup().click(screen.getByRole('button', { name: '+1 min' }))
  expect(screen.getByRole('timer').textContent).toBe('16:00')
})
