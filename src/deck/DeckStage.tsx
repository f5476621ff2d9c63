import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react'
import { navigate, splitHash } from '#workbook/location.ts'
import { LivePane } from './slides/LivePane.tsx'
import { SlideView } from './slides/SlideView.tsx'
import { keptSession, resumeSession } from './session/kept-session.ts'
import { startSession, type Position } from './session/session.ts'
import { sharedTimer } from './session/timer.ts'
import { questionAt } from './session/tally.ts'
import { useQuestionActions } from './session/use-question-actions.ts'
import { wallClock } from './session/use-now.ts'
import { useSession } from './session/use-session.ts'
import { livePart, stepCount, type Deck, type Slide } from './slide.ts'
import { StageBar } from './stage/StageBar.tsx'
import { isDeckKey, toggleFullscreen } from './stage/reveal-config.ts'
import type { StageHandle } from './stage/RevealStage.tsx'
import { useQuestionKeys } from './stage/use-question-keys.ts'
import { useLatest } from './use-latest.ts'
import styles from './DeckStage.module.css'

const RevealStage = lazy(async () => ({ default: (await import('./stage/RevealStage.tsx')).RevealStage }))

export type DeckViewProps = {
  readonly deck: Deck
  readonly slides: readonly Slide[]
  readonly slideId: string | undefined
  readonly audience: string | undefined
  onAudience(audience: string | undefined): void
  onReading(isReading: boolean): void
}

/** The stage in its frame: slides, bar, keys, and the line to the presenter's window. */
export function DeckStage(props: DeckViewProps) {
  const { deck, slides, slideId, audience } = props
  const first = slides[0]?.id ?? ''
  const shared = useSession(deck.id, 'stage', () =>
    resumeSession(keptSession(deck.id, 'stage', wallClock.now()), startSession(slideId ?? first, audience, 1)),
  )
  const { session, change } = shared
  const [counts, setCounts] = useState<Readonly<Record<string, number>>>({})
  const stage = useRef<StageHandle>(null)
  const frame = useRef<HTMLDivElement>(null)
  const [isOverview, setOverview] = useState(false)
  const place = slides.findIndex((one) => one.id === session.slideId)
  const slide = slides[Math.max(0, place)]
  const position: Position = place >= 0 ? session : { slideId: first, step: 0 }

  const missed = useFollowHash(deck.id, slideId, position.slideId, slides, (id) => change({ slideId: id, step: 0 }))
  useFollowAudience(audience, session.audience, props.onAudience, (next) => change({ audience: next }))
  useRefit(frame, stage)
  const visited = useVisited(position.slideId)

  const actionsFor = useQuestionActions(shared)
  const question = slide === undefined ? undefined : questionAt(slide, position.step, counts[slide.id])
  useQuestionKeys(question?.options.length ?? 0, question === undefined || isOverview ? undefined : actionsFor(question), isDeckKey)

  const current = useLatest(position)
  const onMove = useCallback(
    (next: Position) => {
      const at = current.current
      if (next.slideId !== at.slideId || next.step !== at.step) change(next)
    },
    [change, current],
  )

  const drawSlide = (one: Slide, index: number) => {
    const isHere = one.id === position.slideId
    const step = isHere ? position.step : index < place ? stepCount(one) : 0
    const part = livePart(one)
    return (
      <SlideView
        slide={one}
        step={step}
        number={index + 1}
        deckTitle={deck.title}
        count={counts[one.id]}
        tallies={session.tallies}
        actions={actionsFor}
        timerOf={(minutes) => sharedTimer(shared, one.id, minutes, wallClock.now)}
        shape="fixed"
        isActive
        live={
          part !== undefined && visited.has(one.id) ? (
            <LivePane
              part={part}
              slide={one}
              step={step}
              onStep={(next) => change({ slideId: one.id, step: next })}
              onCount={(count) => setCounts((before) => (before[one.id] === count ? before : { ...before, [one.id]: count }))}
            />
          ) : undefined
        }
      />
    )
  }

  return (
    <div ref={frame} className={styles.frame} data-deck-frame>
      <div className={styles.stage}>
        <Suspense fallback={<p className={styles.wait}>Setting the stage…</p>}>
          <RevealStage
            slides={slides}
            position={position}
            isBlack={session.isBlack}
            onMove={onMove}
            onBlack={(isBlack) => isBlack !== session.isBlack && change({ isBlack })}
            onOverview={setOverview}
            drawSlide={drawSlide}
            handle={stage}
          />
        </Suspense>
      </div>
      <StageBar
        deck={deck}
        slides={slides}
        position={position}
        audience={audience}
        isOverview={isOverview}
        missed={missed}
        onPrevious={() => stage.current?.previous()}
        onNext={() => stage.current?.next()}
        onOverview={() => stage.current?.toggleOverview()}
        onAudience={props.onAudience}
        onReading={() => props.onReading(true)}
        onFullscreen={toggleFullscreen}
      />
    </div>
  )
}

/** The hash names the slide: links, back and forward move the deck, and the deck's moves are written into the hash. What a link named in vain comes back. */
function useFollowHash(
  deckId: string,
  asked: string | undefined,
  shown: string,
  slides: readonly Slide[],
  go: (id: string) => void,
): string | undefined {
  const latest = useLatest({ shown, slides, go })
  const [missed, setMissed] = useState<{ readonly asked: string; readonly shown: string }>()
  // the address comes back a render later, when the deck may be a slide further: what we wrote ourselves asks for nothing
  const written = useRef<string>(undefined)
  const isThere = asked === undefined || slides.some((slide) => slide.id === asked)
  if (!isThere && (missed?.asked !== asked || missed.shown !== shown)) setMissed({ asked, shown })
  useEffect(() => {
    const now = latest.current
    if (asked === undefined || asked === now.shown || asked === written.current) return
    if (now.slides.some((slide) => slide.id === asked)) now.go(asked)
    else writeHash(deckId, now.shown)
  }, [asked, deckId, latest])
  useEffect(() => {
    written.current = shown
    writeHash(deckId, shown)
  }, [deckId, shown])
  return missed?.shown === shown ? missed.asked : undefined
}

function writeHash(deckId: string, slideId: string): void {
  const here = splitHash(location.hash)
  const path = `/slides/${deckId}/${slideId}`
  if (here.path !== path) navigate(`${path}${here.query === '' ? '' : `?${here.query}`}`, { replace: true })
}

/** The audience stands in the hash, so that a link keeps it; a presenter's window may change it too. */
function useFollowAudience(
  asked: string | undefined,
  shared: string | undefined,
  onAudience: (audience: string | undefined) => void,
  tell: (audience: string | undefined) => void,
): void {
  const known = useRef({ asked, shared })
  useEffect(() => {
    const before = known.current
    known.current = { asked, shared }
    if (asked === shared) return
    if (shared !== before.shared) onAudience(shared)
    else tell(asked)
  })
}

/** Reveal measures on window resizes only; the frame changes size on its own too. */
function useRefit(frame: React.RefObject<HTMLElement | null>, stage: React.RefObject<StageHandle | null>): void {
  useEffect(() => {
    if (frame.current === null || typeof ResizeObserver === 'undefined') return
    const observer = new ResizeObserver(() => stage.current?.layout())
    observer.observe(frame.current)
    return () => observer.disconnect()
  }, [frame, stage])
}

/** Panes open with the first visit of their slide, and stay open. */
function useVisited(slideId: string): ReadonlySet<string> {
  const [visited, setVisited] = useState<ReadonlySet<string>>(new Set([slideId]))
  if (!visited.has(slideId)) setVisited(new Set([...visited, slideId]))
  return visited
}
