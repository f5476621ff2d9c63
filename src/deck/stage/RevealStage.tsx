import Reveal, { type RevealApi } from 'reveal.js'
import 'reveal.js/reveal.css'
import { useEffect, useImperativeHandle, useRef, useState, type ReactNode, type Ref } from 'react'
import { stepCount, type Slide } from '#deck/slide.ts'
import type { Position } from '#deck/session/session.ts'
import { useLatest } from '#deck/use-latest.ts'
import { captureScrollGuard } from './capture-intervals.ts'
import { hideInnerSections } from './inner-sections.ts'
import { deckConfig } from './reveal-config.ts'
import styles from './RevealStage.module.css'

/** What the page may ask of the stage beyond a place. */
export type StageHandle = { next(): void; previous(): void; toggleOverview(): void; layout(): void }

type RevealStageProps = {
  readonly slides: readonly Slide[]
  readonly position: Position
  readonly isBlack: boolean
  onMove(position: Position): void
  onBlack(isBlack: boolean): void
  onOverview(isOpen: boolean): void
  drawSlide(slide: Slide, index: number): ReactNode
  readonly handle: Ref<StageHandle>
}

/** The one place that knows reveal.js: it lays the slides out, scales them, takes keys and swipes, and shows the overview. */
export function RevealStage(props: RevealStageProps) {
  const root = useRef<HTMLDivElement>(null)
  const latest = useLatest(props)
  const deck = useReveal(root, latest)

  useImperativeHandle(props.handle, () => ({
    next: () => deck?.next(),
    previous: () => deck?.prev(),
    toggleOverview: () => deck?.toggleOverview(),
    layout: () => deck?.layout(),
  }))
  useEffect(() => {
    if (deck === undefined) return
    const element = root.current
    if (element !== null) hideInnerSections(element)
    deck.sync()
    goTo(deck, latest.current)
  }, [deck, props.slides, latest])
  const { slideId, step } = props.position
  useEffect(() => {
    if (deck !== undefined) goTo(deck, latest.current)
  }, [deck, slideId, step, latest])
  useEffect(() => {
    if (deck !== undefined && deck.isPaused() !== props.isBlack) deck.togglePause(props.isBlack)
  }, [deck, props.isBlack])

  return (
    <div ref={root} className={`reveal ${styles.reveal}`} data-ready={deck !== undefined}>
      <div className="slides">
        {props.slides.map((slide, index) => (
          <section key={slide.id} data-slide={slide.id} aria-label={`Slide ${index + 1} of ${props.slides.length}`}>
            {props.drawSlide(slide, index)}
            {Array.from({ length: stepCount(slide) }, (_, at) => (
              <span key={at} className="fragment custom" data-fragment-index={at} hidden />
            ))}
          </section>
        ))}
      </div>
    </div>
  )
}

function useReveal(root: React.RefObject<HTMLDivElement | null>, latest: React.RefObject<RevealStageProps>): RevealApi | undefined {
  const [ready, setReady] = useState<RevealApi>()
  useEffect(() => {
    const element = root.current
    if (element === null) return
    stripQuery()
    // destroy() takes the class away, so it is said each time: the bar belongs to what goes full screen
    element.closest('[data-deck-frame]')?.classList.add('reveal-viewport')
    hideInnerSections(element)
    const release = captureScrollGuard()
    const deck = new Reveal(element, deckConfig)
    let isGone = false
    let intervals: readonly number[] = []
    void deck.initialize().then(() => {
      intervals = release()
      if (isGone) return clear(intervals)
      // reveal merges the address's query over its configuration: ours is said last
      deck.configure(deckConfig)
      element.removeAttribute('role')
      silenceStatus(element)
      goTo(deck, latest.current)
      listen(deck, latest)
      setReady(deck)
    })
    return () => {
      isGone = true
      clear(release())
      clear(intervals)
      deck.destroy()
      setReady(undefined)
    }
  }, [root, latest])
  return ready
}

const clear = (intervals: readonly number[]): void => intervals.forEach((id) => clearInterval(id))

/** `?url=`, `?view=` and their like must not reach reveal, and nothing of ours lives in the query. */
function stripQuery(): void {
  if (location.search !== '') history.replaceState(history.state, '', `${location.pathname}${location.hash}`)
}

/** reveal reads whole slides out at every step. The heading takes the focus instead, and the page says where we are; what reveal says goes nowhere. */
function silenceStatus(element: HTMLElement): void {
  const status = element.querySelector('.aria-status')
  if (status === null) return
  status.setAttribute('aria-live', 'off')
  status.replaceChildren()
  Object.defineProperty(status, 'textContent', { value: '', writable: true })
}

function goTo(deck: RevealApi, { slides, position }: RevealStageProps): void {
  const index = slides.findIndex((slide) => slide.id === position.slideId)
  const at = deck.getIndices()
  if (index >= 0 && (at.h !== index || stepOf(deck) !== position.step)) deck.slide(index, 0, position.step - 1)
}

const stepOf = (deck: RevealApi): number => (deck.getIndices().f ?? -1) + 1

function listen(deck: RevealApi, latest: React.RefObject<RevealStageProps>): void {
  const moved = (): void => {
    const slide = latest.current.slides[deck.getIndices().h]
    if (slide !== undefined) latest.current.onMove({ slideId: slide.id, step: stepOf(deck) })
  }
  deck.on('slidechanged', () => {
    moved()
    if (!deck.isOverview()) focusHeading(deck)
  })
  deck.on('fragmentshown', moved)
  deck.on('fragmenthidden', moved)
  deck.on('paused', () => latest.current.onBlack(true))
  deck.on('resumed', () => latest.current.onBlack(false))
  deck.on('overviewshown', () => latest.current.onOverview(true))
  deck.on('overviewhidden', () => {
    latest.current.onOverview(false)
    focusHeading(deck)
  })
}

/** The heading takes the focus, unless somebody is busy with a control outside the slides. */
function focusHeading(deck: RevealApi): void {
  const focused = document.activeElement
  if (focused !== null && focused !== document.body && !deck.getRevealElement()?.contains(focused)) return
  deck.getCurrentSlide()?.querySelector<HTMLElement>('h1,h2')?.focus({ preventScroll: true })
}
