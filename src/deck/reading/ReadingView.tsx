import IconArrowLeft from '@tabler/icons-react/icons/IconArrowLeft'
import { useEffect, useRef, useState, type RefObject } from 'react'
import { Button } from '#ui/kit/Button.tsx'
import { Prose } from '#ui/prose/Prose.tsx'
import { hrefTo, navigate, splitHash } from '#workbook/location.ts'
import type { DeckViewProps } from '#deck/DeckStage.tsx'
import { livePart, type Deck, type Slide } from '#deck/slide.ts'
import { LivePane } from '#deck/slides/LivePane.tsx'
import { SlideView } from '#deck/slides/SlideView.tsx'
import { AudienceSelect } from '#deck/stage/AudienceSelect.tsx'
import styles from './ReadingView.module.css'

/** The deck as a page: for a phone, a screen reader, a printer, and whoever missed the talk. */
export function ReadingView(props: DeckViewProps & { readonly isNarrow: boolean }) {
  const { deck, slides, slideId, audience } = props
  const [withNotes, setWithNotes] = useState(false)
  const list = useRef<HTMLOListElement>(null)
  useScrollToSlide(list, slideId)
  useSlideInHash(list, deck.id)
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1 tabIndex={-1}>{deck.title}</h1>
        <p className={styles.says}>
          {slides.length} slides for a session of {deck.minutes} minutes.
        </p>
        <div className={styles.tools}>
          {!props.isNarrow && (
            <Button size="small" icon={<IconArrowLeft size={18} stroke={1.8} aria-hidden />} onClick={() => props.onReading(false)}>
              Back to the stage
            </Button>
          )}
          <Button size="small" aria-pressed={withNotes} onClick={() => setWithNotes(!withNotes)}>
            {withNotes ? 'Hide the notes' : 'Show the notes'}
          </Button>
          <AudienceSelect audiences={deck.audiences} audience={audience} onAudience={props.onAudience} />
        </div>
        <Contents deck={deck} slides={slides} />
      </header>
      <ol ref={list} className={styles.slides}>
        {slides.map((slide, index) => (
          <li key={slide.id} data-slide={slide.id} data-kind={slide.kind}>
            <ReadSlide slide={slide} number={index + 1} deckTitle={deck.title} />
            {withNotes && slide.notes.length > 0 && (
              <aside className={styles.notes} aria-label={`Notes to slide ${index + 1}`}>
                <Prose prose={slide.notes} headingLevel={4} />
              </aside>
            )}
          </li>
        ))}
      </ol>
    </div>
  )
}

/** The parts of the deck, to jump to. */
function Contents({ deck, slides }: { readonly deck: Deck; readonly slides: readonly Slide[] }) {
  const sections = slides.filter((slide) => slide.kind === 'section')
  if (sections.length === 0) return null
  return (
    <nav aria-label="Parts" className={styles.contents}>
      {sections.map((slide) => (
        <a key={slide.id} href={hrefTo(`/slides/${deck.id}/${slide.id}`)}>
          {slide.title}
        </a>
      ))}
    </nav>
  )
}

type ReadSlideProps = { readonly slide: Slide; readonly number: number; readonly deckTitle: string }

function ReadSlide({ slide, number, deckTitle }: ReadSlideProps) {
  const [step, setStep] = useState(0)
  const [count, setCount] = useState<number>()
  const [card, isSeen] = useSeen()
  const part = livePart(slide)
  return (
    <div ref={card} className={styles.slide}>
      <SlideView
        slide={slide}
        step={step}
        number={number}
        deckTitle={deckTitle}
        count={count}
        tallies={{}}
        shape="page"
        isActive
        live={
          part !== undefined && isSeen ? <LivePane part={part} slide={slide} step={step} onStep={setStep} onCount={setCount} /> : undefined
        }
      />
    </div>
  )
}

/** Whether an element has come near the window; a world is opened for a pane somebody looks at. */
function useSeen(): readonly [RefObject<HTMLDivElement | null>, boolean] {
  const element = useRef<HTMLDivElement>(null)
  const [isSeen, setSeen] = useState(() => typeof IntersectionObserver === 'undefined')
  useEffect(() => {
    const node = element.current
    if (node === null || isSeen) return
    const observer = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && setSeen(true), {
      rootMargin: '200px',
    })
    observer.observe(node)
    return () => observer.disconnect()
  }, [isSeen])
  return [element, isSeen]
}

function useScrollToSlide(list: RefObject<HTMLOListElement | null>, slideId: string | undefined): void {
  const shown = useRef<string | undefined>(undefined)
  useEffect(() => {
    if (slideId === undefined || shown.current === slideId) return
    const item = [...(list.current?.children ?? [])].find((child) => child.getAttribute('data-slide') === slideId)
    const isFirst = item === list.current?.firstElementChild && shown.current === undefined
    shown.current = slideId
    if (isFirst || item === undefined || isOnTop(item)) return
    item.scrollIntoView()
    item.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true })
  }, [list, slideId])
}

const isOnTop = (item: Element): boolean => {
  const { top, bottom } = item.getBoundingClientRect()
  return top <= 120 && bottom > 120
}

/** The link follows the reader, so that a reload or a shared link lands on the slide in view. */
function useSlideInHash(list: RefObject<HTMLOListElement | null>, deckId: string): void {
  useEffect(() => {
    let frame = 0
    const follow = (): void => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => {
        const item = [...(list.current?.children ?? [])].findLast((child) => child.getBoundingClientRect().top <= 120)
        const id = item?.getAttribute('data-slide')
        const here = splitHash(location.hash)
        if (id === null || id === undefined || !here.path.startsWith(`/slides/${deckId}`) || here.path === `/slides/${deckId}/${id}`) return
        navigate(`/slides/${deckId}/${id}${here.query === '' ? '' : `?${here.query}`}`, { replace: true })
      })
    }
    addEventListener('scroll', follow, { passive: true })
    return () => {
      removeEventListener('scroll', follow)
      cancelAnimationFrame(frame)
    }
  }, [list, deckId])
}
