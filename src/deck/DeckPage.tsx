import { useCallback, useEffect, useMemo, useState } from 'react'
import { loadDeck } from 'virtual:slides'
import { useMedia } from '#ui/use-media.ts'
import { hrefTo, useHashQuery } from '#workbook/location.ts'
import { DeckStage } from './DeckStage.tsx'
import { ReadingView } from './reading/ReadingView.tsx'
import { slidesFor, type Deck } from './slide.ts'
import styles from './DeckPage.module.css'

/** A stage has no room then. */
const NARROW = '(max-width: 699px)'

type DeckPageProps = {
  /** The deck's id. */
  readonly deck: string
  /** The slide a link names; the first one when left out. */
  readonly slide: string | undefined
}

/** A deck at `#/slides/DECK/SLIDE`: the stage, or on a phone and on request a page to read. */
export function DeckPage({ deck: deckId, slide: slideId }: DeckPageProps) {
  const deck = useDeck(deckId)
  const [query, changeQuery] = useHashQuery()
  const isNarrow = useMedia(NARROW)
  const asked = query.get('audience') ?? undefined
  const audience = audienceOf(deck, asked, slideId)
  const slides = useMemo(() => (deck instanceof Object && 'slides' in deck ? slidesFor(deck, audience) : []), [deck, audience])
  const setAudience = useCallback((next: string | undefined) => changeQuery({ audience: next }), [changeQuery])
  useEffect(() => {
    if (audience !== undefined && audience !== asked) setAudience(audience)
  }, [audience, asked, setAudience])
  const setReading = useCallback((isReading: boolean) => changeQuery({ view: isReading ? 'read' : undefined }), [changeQuery])
  if (deck === 'loading') return <p className={styles.wait}>Opening the slides…</p>
  if (deck === 'missing') return <MissingDeck deckId={deckId} />
  const common = { deck, slides, slideId, audience, onAudience: setAudience, onReading: setReading }
  return isNarrow || query.get('view') === 'read' ? <ReadingView {...common} isNarrow={isNarrow} /> : <DeckStage {...common} />
}

/** The one the link asks for; without one, that of the slide it names: who follows a link need not know whom the slide is for. */
function audienceOf(deck: Deck | 'loading' | 'missing', asked: string | undefined, slideId: string | undefined): string | undefined {
  if (typeof deck === 'string') return undefined
  if (asked !== undefined && deck.audiences.some(({ id }) => id === asked)) return asked
  return deck.slides.find((slide) => slide.id === slideId)?.audience
}

/** A deck by its id: loading, missing, or there. */
export function useDeck(deckId: string): Deck | 'loading' | 'missing' {
  const [found, setFound] = useState<{ readonly id: string; readonly deck: Deck | 'missing' }>()
  useEffect(() => {
    let isHere = true
    void loadDeck(deckId).then((loaded) => isHere && setFound({ id: deckId, deck: loaded ?? 'missing' }))
    return () => {
      isHere = false
    }
  }, [deckId])
  return found?.id === deckId ? found.deck : 'loading'
}

export function MissingDeck({ deckId }: { readonly deckId: string }) {
  return (
    <div className={styles.missing}>
      <h1>There is no deck “{deckId}”</h1>
      <p>
        The link may be old. <a href={hrefTo('/slides')}>See the decks there are</a>
      </p>
    </div>
  )
}
