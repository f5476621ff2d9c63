import { useCallback, useEffect, useMemo, useState } from 'react'
import { MissingDeck, useDeck } from './DeckPage.tsx'
import { Presenter } from './presenter/Presenter.tsx'
import { keptSession } from './session/kept-session.ts'
import { startSession } from './session/session.ts'
import { useNow, wallClock } from './session/use-now.ts'
import { useSession } from './session/use-session.ts'
import { slidesFor, type Deck } from './slide.ts'

const askEvery = 3000
const silence = 2.5 * askEvery

/** The presenter's own window at `#/present/DECK`: notes, clock, what comes next; it drives the stage and follows it. */
export function PresenterPage({ deck: deckId }: { readonly deck: string }) {
  const deck = useDeck(deckId)
  if (deck === 'loading') return null
  if (deck === 'missing') return <MissingDeck deckId={deckId} />
  return <ConnectedPresenter deck={deck} />
}

function ConnectedPresenter({ deck }: { readonly deck: Deck }) {
  const [lastHeard, setLastHeard] = useState<number>()
  const heard = useCallback(() => setLastHeard(wallClock.now()), [])
  const first = deck.slides[0]?.id ?? ''
  const shared = useSession(
    deck.id,
    'presenter',
    () => keptSession(deck.id, 'presenter', wallClock.now()) ?? startSession(first, undefined, 0),
    heard,
  )
  const now = useNow(1000)
  // a stage that was closed says nothing: it is asked, and its silence tells
  const { ask } = shared
  useEffect(() => {
    const timer = setInterval(ask, askEvery)
    return () => clearInterval(timer)
  }, [ask])
  const { audience } = shared.session
  const slides = useMemo(() => slidesFor(deck, audience), [deck, audience])
  return <Presenter deck={deck} slides={slides} shared={shared} isConnected={lastHeard !== undefined && now - lastHeard < silence} />
}
