declare module 'virtual:slides' {
  import type { Deck, DeckSummary } from '#deck/slide.ts'

  export const decks: readonly DeckSummary[]
  export function loadDeck(id: string): Promise<Deck | undefined>
}
