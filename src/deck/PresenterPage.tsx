import { useMemo } from 'react'
import { MissingDeck, useDeck } from './DeckPage.tsx'
import { Presenter } from './presenter/Presenter.tsx'
import { slidesFor } from './slide.ts'
import { startSession } from './session/session.ts'
import { useSession } from './session/use-session.ts'
import { useConnection } from './presenter/use-connection.ts'
import type { Deck } from './slide.ts'

/** The presenter's own window at `#/present/DECK`: notes, clock, what comes next; it drives the stage and follows it. */
export function PresenterPage({ deck: deckId }: { readonly deck: string }) {
  const deck = useDeck(deckId)
  if (deck === 'loading') return null
  if (deck === 'missing') return <MissingDeck deckId={deckId} />
  return <ConnectedPresenter deck={deck} />
}

function ConnectedPresenter({ deck }: { readonly deck: Deck }) {
  const { isConnected, heard, bind } = useConnection()
  const first = deck.slides[0]?.id ?? ''
  const shared = useSession(deck.id, 'presenter', () => startSession(first, undefined, 0), heard)
  bind(shared.ask)
  const slides = useMemo(() => slidesFor(deck, shared.session.audience), [deck, shared.session.audience])
  return <Presenter deck={deck} slides={slides} shared={shared} isConnected={isConnected} />
}
