// @vitest-environment jsdom
import { act, cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { BroadcastChannel as NodeChannel } from 'node:worker_threads'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Presenter } from '#deck/presenter/Presenter.tsx'
import { startSession } from '#deck/session/session.ts'
import { useSession, type Role, type SharedSession } from '#deck/session/use-session.ts'
import { slidesFor, type Deck } from '#deck/slide.ts'
import { deckOf, liveSlide, pollSlide, slideOf } from './decks.ts'

const note = [{ kind: 'paragraph' as const, children: [{ kind: 'text' as const, text: 'Ask first, run after.' }] }]
const deck = deckOf([
  slideOf({ id: 'a', notes: note, minutes: 3 }),
  liveSlide('b'),
  pollSlide('c'),
  slideOf({ id: 'g', audience: 'generation' }),
])

/** jsdom has no channel of its own; Node's speaks to the other windows of this test. */
beforeEach(() => {
  Object.assign(globalThis, { BroadcastChannel: NodeChannel })
  sessionStorage.clear()
})
afterEach(cleanup)

function Window({ role, heard }: { readonly role: Role; readonly heard: (shared: SharedSession) => void }) {
  const shared = useSession(deck.id, role, () => startSession('a', undefined, role === 'stage' ? 1 : 0))
  heard(shared)
  return role === 'presenter' ? <PresenterOf deck={deck} shared={shared} /> : null
}

const PresenterOf = ({ deck: shown, shared }: { readonly deck: Deck; readonly shared: SharedSession }) => (
  <Presenter deck={shown} slides={slidesFor(shown, shared.session.audience)} shared={shared} isConnected />
)

function open(role: Role) {
  let latest: SharedSession | undefined
  const view = render(<Window role={role} heard={(shared) => (latest = shared)} />)
  return {
    view,
    get shared(): SharedSession {
      if (latest === undefined) throw new Error('nothing was drawn')
      return latest
    },
  }
}

/** Lets the channel deliver. */
const until = (said: () => boolean): Promise<void> => waitFor(() => expect(said()).toBe(true), { timeout: 5000 })

describe('the presenter’s window', () => {
  it('shows notes, this slide and the next, and moves the stage', async () => {
    const user = userEvent.setup()
    const stage = open('stage')
    const presenter = open('presenter')
    expect(screen.getByText('Ask first, run after.')).toBeTruthy()
    expect(screen.getByRole('figure', { name: 'Next slide' }).textContent).toContain('Slide b')
    await user.keyboard('{ArrowRight}{ArrowRight}')
    await until(() => stage.shared.session.step === 1)
    expect(stage.shared.session.slideId).toBe('b')
    expect(presenter.shared.session).toEqual(stage.shared.session)
  })

  it('follows the stage, and comes back after a reload to where it was', async () => {
    const stage = open('stage')
    const presenter = open('presenter')
    act(() => stage.shared.change({ slideId: 'c', step: 0 }))
    await until(() => presenter.shared.session.slideId === 'c')
    presenter.view.unmount()
    const again = open('presenter')
    await until(() => again.shared.session.slideId === 'c')
    expect(screen.getByText('3 of 3')).toBeTruthy()
  })

  it('gives a stage that was reloaded its hands back', async () => {
    const user = userEvent.setup()
    const presenter = open('presenter')
    act(() => presenter.shared.change({ slideId: 'c', step: 0 }))
    await user.keyboard('1112')
    await user.keyboard('{Shift>}1{/Shift}')
    const stage = open('stage')
    await until(() => stage.shared.session.slideId === 'c')
    expect(stage.shared.session.tallies['c']?.rounds).toEqual([[2, 1]])
  })

  it('looks ahead while the stage is frozen, and takes it along when let go', async () => {
    const user = userEvent.setup()
    const stage = open('stage')
    const presenter = open('presenter')
    await until(() => presenter.shared.session.revision === 1)
    await user.keyboard('f{ArrowRight}')
    expect(screen.getByText('The stage is frozen')).toBeTruthy()
    expect(screen.getByText(/2 of 3/)).toBeTruthy()
    expect(stage.shared.session.slideId).toBe('a')
    await user.keyboard('f')
    await until(() => stage.shared.session.slideId === 'b')
  })

  it('blackens the stage', async () => {
    const user = userEvent.setup()
    const stage = open('stage')
    open('presenter')
    await user.keyboard('b')
    await until(() => stage.shared.session.isBlack)
  })

  it('wins where both changed something at once', async () => {
    const stage = open('stage')
    const presenter = open('presenter')
    await until(() => presenter.shared.session.revision === 1)
    act(() => {
      stage.shared.change({ slideId: 'c' })
      presenter.shared.change({ slideId: 'b' })
    })
    await until(() => stage.shared.session.slideId === 'b')
    expect(presenter.shared.session.slideId).toBe('b')
  })

  it('says before the talk what the plan comes to, and adds an audience’s slides', async () => {
    const user = userEvent.setup()
    open('presenter')
    expect(screen.getByText('5 min planned')).toBeTruthy()
    await user.selectOptions(screen.getByRole('combobox', { name: 'Audience' }), 'generation')
    expect(screen.getByText('6 min planned')).toBeTruthy()
    expect(screen.getByText('1 of 4')).toBeTruthy()
  })
})
