// @vitest-environment jsdom
import { beforeEach, expect, it } from 'vitest'
import { isDeckKey } from '../../src/deck/stage/reveal-config.ts'

beforeEach(() => {
  document.body.innerHTML = `<main tabindex="-1"><header><button id="theme">Theme</button></header>
    <div data-deck-frame><h2 id="heading" tabindex="-1">Slide</h2><button id="bar">Overview</button>
      <div data-keys="own"><input id="field"><span data-keys="deck"><button id="step">Next step</button></span></div>
    </div></main>`
})

const takes = (focused: string, key: string): boolean => {
  if (focused !== '') document.querySelector<HTMLElement>(focused)?.focus()
  return isDeckKey(new KeyboardEvent('keydown', { key }))
}

it.each([
  ['nothing', '', 'ArrowRight', true],
  ['the page around the slides, as after a click beside a word', 'main', 'ArrowRight', true],
  ['a heading', '#heading', ' ', true],
  ['a button under the stage', '#bar', 'ArrowRight', true],
  ['a button under the stage, which takes Enter', '#bar', 'Enter', false],
  ['a pane', '#field', 'ArrowRight', false],
  ['the next step of a pane', '#step', 'ArrowRight', true],
  ['the next step of a pane, which takes the space bar', '#step', ' ', false],
  ['a button of the page', '#theme', 'ArrowRight', false],
])('with the focus on %s', (_, focused, key, expected) => {
  expect(takes(focused, key)).toBe(expected)
})
