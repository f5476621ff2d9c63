import type { Deck, Slide } from '#deck/slide.ts'

export const slideOf = (slide: Partial<Slide> & { readonly id: string }): Slide => ({
  kind: 'content',
  heading: [{ kind: 'text', text: `Slide ${slide.id}` }],
  title: `Slide ${slide.id}`,
  module: 'Part',
  minutes: 1,
  layout: 'below',
  parts: [],
  notes: [],
  ...slide,
})

/** A query, a question about the next one, and that one. */
export const liveSlide = (id: string, minutes = 1): Slide =>
  slideOf({
    id,
    minutes,
    layout: 'beside',
    parts: [
      {
        kind: 'live',
        incidents: [],
        pane: 'logs',
        world: { scenario: 'practice', seed: 1, groups: ['/aws/lambda/practice'] },
        steps: [
          { kind: 'query', text: '500' },
          { kind: 'ask', question: 'How many?', options: ['3', '24', '40'] },
          { kind: 'query', text: '{ $.s = 500 }' },
        ],
      },
    ],
  })

export const pollSlide = (id: string): Slide =>
  slideOf({ id, parts: [{ kind: 'poll', question: 'Ready?', options: ['yes', 'no'], faces: false }] })

export const deckOf = (slides: readonly Slide[]): Deck => ({
  id: 'deck',
  title: 'Deck',
  minutes: 30,
  audiences: [
    { id: 'generation', name: 'Generation' },
    { id: 'schooloftech', name: 'School of Tech' },
  ],
  slides,
})
