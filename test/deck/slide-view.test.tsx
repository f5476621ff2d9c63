// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import type { Slide, SvgElement } from '#deck/slide.ts'
import { SlideView, type SlideViewProps } from '#deck/slides/SlideView.tsx'
import { liveSlide, pollSlide, slideOf } from './decks.ts'

afterEach(cleanup)

const draw = (slide: Slide, more: Partial<SlideViewProps> = {}) =>
  render(<SlideView slide={slide} step={0} number={7} deckTitle="Deck" tallies={{}} shape="fixed" isActive {...more} />)

describe('a slide', () => {
  it('says its idea in the heading and its place in the footer', () => {
    draw(slideOf({ id: 'a' }))
    expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('Slide a')
    expect(screen.getByText('Deck · Part')).toBeTruthy()
    expect(screen.getByText('7')).toBeTruthy()
  })

  it('never holds a section, which reveal would take for a slide', () => {
    const { container } = draw(liveSlide('b'), { step: 2 })
    expect(container.querySelector('section')).toBeNull()
  })

  it('draws a picture as elements with its description, and keeps two copies apart', () => {
    const drawing: SvgElement = {
      tag: 'svg',
      attributes: { viewBox: '0 0 10 10' },
      children: [
        { tag: 'marker', attributes: { id: 'head' }, children: [] },
        { tag: 'path', attributes: { d: 'M0 0', 'marker-end': 'url(#head)', class: 'flow' }, children: [] },
      ],
    }
    const slide = slideOf({ id: 'a', parts: [{ kind: 'picture', description: 'A line with a head', drawing }] })
    const { container } = render(
      <>
        <SlideView slide={slide} step={0} number={1} deckTitle="Deck" tallies={{}} shape="fixed" isActive />
        <SlideView slide={slide} step={0} number={1} deckTitle="Deck" tallies={{}} shape="fixed" isActive />
      </>,
    )
    expect(screen.getAllByRole('img', { name: 'A line with a head' })).toHaveLength(2)
    const ids = [...container.querySelectorAll('marker')].map((marker) => marker.id)
    expect(new Set(ids).size).toBe(2)
    expect([...container.querySelectorAll('path')].map((path) => path.getAttribute('marker-end'))).toEqual(ids.map((id) => `url(#${id})`))
  })

  it('shows a live pane’s question with the query to come, and marks the answer after the run', () => {
    const { rerender } = draw(liveSlide('b'), { step: 1 })
    const options = within(screen.getByRole('group', { name: 'How many?' }))
    expect(options.getByText('{ $.s = 500 }')).toBeTruthy()
    expect(screen.queryByText('✓ so it is')).toBeNull()
    rerender(<SlideView slide={liveSlide('b')} step={2} count={24} number={7} deckTitle="Deck" tallies={{}} shape="fixed" isActive />)
    expect(screen.getByText('✓ so it is').closest('li')?.textContent).toContain('24')
  })

  it('counts hands by mouse, one back with Shift, and hides the counts', async () => {
    const user = userEvent.setup()
    const said: string[] = []
    const actions = () => ({
      onHand: (option: number, by: number) => void said.push(`${option}:${by}`),
      onToggleHidden: () => void said.push('hide'),
      onNextRound: () => void said.push('round'),
    })
    const tallies = { p: { rounds: [[3, 1]], isHidden: false } }
    const { rerender } = draw(pollSlide('p'), { actions, tallies })
    await user.click(screen.getByRole('button', { name: /yes/ }))
    await user.keyboard('{Shift>}')
    await user.click(screen.getByRole('button', { name: /no/ }))
    await user.keyboard('{/Shift}')
    await user.click(screen.getByRole('button', { name: 'Hide counts' }))
    await user.click(screen.getByRole('button', { name: 'Second round' }))
    expect(said).toEqual(['0:1', '1:-1', 'hide', 'round'])
    expect(screen.getByText('4 hands')).toBeTruthy()
    const counts = () => screen.getAllByRole('listitem').map((item) => /(\d+) hands/.exec(item.textContent ?? '')?.[1])
    expect(counts()).toEqual(['3', '1'])
    rerender(
      <SlideView
        slide={pollSlide('p')}
        step={0}
        number={7}
        deckTitle="Deck"
        tallies={{ p: { rounds: [[3, 1]], isHidden: true } }}
        actions={actions}
        shape="fixed"
        isActive
      />,
    )
    expect(counts()).toEqual([undefined, undefined])
    expect(screen.getByText('4 hands')).toBeTruthy()
  })
})
