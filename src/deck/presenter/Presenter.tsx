import { useCallback, useEffect, useRef, useState } from 'react'
import { Prose } from '#ui/prose/Prose.tsx'
import { Button } from '#ui/kit/Button.tsx'
import { paceAt } from '#deck/session/pace.ts'
import { nextPosition, previousPosition, type Position } from '#deck/session/session.ts'
import { handsIn, questionAt, type Question, type Tally } from '#deck/session/tally.ts'
import { useQuestionActions } from '#deck/session/use-question-actions.ts'
import type { SharedSession } from '#deck/session/use-session.ts'
import { stepCount, type Deck, type Slide } from '#deck/slide.ts'
import type { QuestionActions } from '#deck/slides/QuestionBlock.tsx'
import { AudienceSelect } from '#deck/stage/AudienceSelect.tsx'
import { useQuestionKeys } from '#deck/stage/use-question-keys.ts'
import { PaceBar, talkTime } from './PaceBar.tsx'
import { PresenterBar } from './PresenterBar.tsx'
import { SlideCopy } from './SlideCopy.tsx'
import { useTalkClock } from './use-talk-clock.ts'
import styles from './Presenter.module.css'

type PresenterProps = {
  readonly deck: Deck
  readonly slides: readonly Slide[]
  readonly shared: SharedSession
  readonly isConnected: boolean
}

const noteSizes = [16, 18, 20, 24, 28, 34]

/** Notes, clock, this slide and the next one, the hands counted: all that the room does not see. */
export function Presenter({ deck, slides, shared, isConnected }: PresenterProps) {
  const { session, change } = shared
  const clock = useTalkClock(deck.id)
  const [frozen, setFrozen] = useState<Position>()
  const [noteSize, setNoteSize] = useState(2)
  const first = slides[0]?.id ?? ''
  const shown = frozen ?? session
  const index = Math.max(
    0,
    slides.findIndex((slide) => slide.id === shown.slideId),
  )
  const position: Position = slides[index]?.id === shown.slideId ? shown : { slideId: first, step: 0 }
  const slide = slides[index]
  const next = slides[index + 1]

  const go = useCallback(
    (to: Position | undefined) => {
      if (to === undefined) return
      if (frozen === undefined) change(to)
      else setFrozen(to)
    },
    [frozen, change],
  )
  const toggleFreeze = useCallback(() => {
    if (frozen === undefined) return setFrozen(position)
    setFrozen(undefined)
    change({ slideId: frozen.slideId, step: frozen.step })
  }, [frozen, position, change])
  const onNext = useCallback(() => go(nextPosition(slides, position)), [go, slides, position])
  const onPrevious = useCallback(() => go(previousPosition(slides, position)), [go, slides, position])
  const onBlack = useCallback(() => change({ isBlack: !session.isBlack }), [change, session.isBlack])
  usePresenterKeys({ onNext, onPrevious, onBlack, onFreeze: toggleFreeze })

  const question = slide === undefined ? undefined : questionAt(slide, position.step)
  const actionsFor = useQuestionActions(shared)
  const actions = question === undefined ? undefined : actionsFor(question)
  useQuestionKeys(question?.options.length ?? 0, actions, isPresenterKey)
  const elapsed = clock.elapsed / 60_000
  const onSlide = useMinutesOnSlide(position.slideId, elapsed)
  useEffect(() => {
    document.title = `Presenter: ${deck.title} · Watchkeeper`
  }, [deck.title])

  if (slide === undefined) return null
  return (
    <div className={styles.page}>
      <PaceBar
        now={clock.now}
        elapsed={elapsed}
        sessionMinutes={deck.minutes}
        pace={paceAt(slides, index, elapsed)}
        hasStarted={clock.hasStarted}
      />
      <main className={styles.main}>
        <h1 className="visually-hidden">Presenter: {deck.title}</h1>
        <section className={styles.slides} aria-label="Slides">
          <SlideCopy
            slide={slide}
            step={position.step}
            number={index + 1}
            deckTitle={deck.title}
            tallies={session.tallies}
            label="This slide"
          />
          <p className={styles.place}>
            <span>
              {index + 1} of {slides.length}
              {stepCount(slide) > 0 && ` · step ${position.step + 1} of ${stepCount(slide) + 1}`}
            </span>
            {frozen !== undefined && <strong className={styles.state}>The stage is frozen</strong>}
            {session.isBlack && <strong className={styles.state}>The stage is black</strong>}
          </p>
          <NextSlide slide={next} number={index + 2} deckTitle={deck.title} />
        </section>
        <section className={styles.side} aria-label="Notes">
          <div className={styles.notesHead}>
            <h2>
              Notes · {slide.minutes > 0 ? `${slide.minutes} min planned, ` : ''}
              {talkTime(onSlide)} used
            </h2>
            <span className={styles.sizes}>
              <Button size="small" aria-label="Smaller notes" disabled={noteSize === 0} onClick={() => setNoteSize(noteSize - 1)}>
                A−
              </Button>
              <Button
                size="small"
                aria-label="Larger notes"
                disabled={noteSize === noteSizes.length - 1}
                onClick={() => setNoteSize(noteSize + 1)}
              >
                A+
              </Button>
            </span>
          </div>
          {/* tabindex: a long note is scrolled by keyboard */}
          <div
            className={styles.notes}
            style={{ fontSize: noteSizes[noteSize] }}
            tabIndex={0}
            role="region"
            aria-label="Notes of this slide"
          >
            {slide.notes.length > 0 ? (
              <Prose prose={slide.notes} headingLevel={3} />
            ) : (
              <p className={styles.none}>No notes for this slide.</p>
            )}
          </div>
          {question !== undefined && actions !== undefined && (
            <TallyRow question={question} tally={session.tallies[question.id]} actions={actions} />
          )}
        </section>
      </main>
      <PresenterBar
        onNext={onNext}
        onPrevious={onPrevious}
        onBlack={onBlack}
        onFreeze={toggleFreeze}
        isBlack={session.isBlack}
        isFrozen={frozen !== undefined}
        hasNext={nextPosition(slides, position) !== undefined}
        hasPrevious={previousPosition(slides, position) !== undefined}
        clock={clock}
        poll={
          actions === undefined || question === undefined
            ? undefined
            : { isHidden: session.tallies[question.id]?.isHidden === true, toggle: actions.onToggleHidden }
        }
        stageLink={`#/slides/${deck.id}/${position.slideId}`}
        isConnected={isConnected}
      >
        <AudienceSelect audiences={deck.audiences} audience={session.audience} onAudience={(audience) => change({ audience })} />
      </PresenterBar>
    </div>
  )
}

function NextSlide({
  slide,
  number,
  deckTitle,
}: {
  readonly slide: Slide | undefined
  readonly number: number
  readonly deckTitle: string
}) {
  if (slide === undefined) return <p className={styles.end}>This is the last slide.</p>
  return (
    <div className={styles.next}>
      <SlideCopy slide={slide} step={0} number={number} deckTitle={deckTitle} tallies={{}} label="Next slide" />
      <p>
        <span className={styles.kicker}>Next</span>
        <strong>{slide.title}</strong>
        {slide.minutes > 0 && <span className={styles.kicker}>{slide.minutes} min</span>}
      </p>
    </div>
  )
}

type TallyRowProps = { readonly question: Question; readonly tally: Tally | undefined; readonly actions: QuestionActions }

function TallyRow({ question, tally, actions }: TallyRowProps) {
  const round = tally?.rounds.at(-1) ?? question.options.map(() => 0)
  return (
    <div className={styles.tally}>
      <p>
        <strong>{question.text}</strong> keys 1 to {question.options.length} count a hand, Shift takes one back
        {tally?.rounds.length === 2 && ' · second round'}
      </p>
      <div className={styles.cells}>
        {question.options.map((option, at) => (
          <button key={option} type="button" onClick={(event) => actions.onHand(at, event.shiftKey ? -1 : 1)} title={option}>
            <span>
              {at + 1}
              <span className="visually-hidden">: {option}</span>
            </span>
            <strong>{round[at] ?? 0}</strong>
          </button>
        ))}
        <p>
          <span>hands</span>
          <strong>{handsIn(round)}</strong>
        </p>
      </div>
    </div>
  )
}

/** How long the slide in hand has been up, in minutes of talk. */
function useMinutesOnSlide(slideId: string, elapsed: number): number {
  const since = useRef({ slideId, at: elapsed })
  if (since.current.slideId !== slideId || elapsed < since.current.at) since.current = { slideId, at: elapsed }
  return elapsed - since.current.at
}

const isPresenterKey = (event: KeyboardEvent): boolean =>
  !event.defaultPrevented && !(event.target instanceof Element && event.target.closest('input,textarea,select,[contenteditable]') !== null)

type Keys = { onNext(): void; onPrevious(): void; onBlack(): void; onFreeze(): void }

const onButtons = new Set([' ', 'Enter'])

function usePresenterKeys(keys: Keys): void {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || !isPresenterKey(event)) return
      const isControl = event.target instanceof Element && event.target.closest('button,a') !== null
      if (isControl && onButtons.has(event.key)) return
      const action = actionFor(event.key, event.shiftKey, latest.current)
      if (action === undefined) return
      event.preventDefault()
      action()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}

function actionFor(key: string, isShift: boolean, keys: Keys): (() => void) | undefined {
  if (['ArrowRight', 'ArrowDown', 'PageDown', 'n', 'l'].includes(key) || (key === ' ' && !isShift)) return keys.onNext
  if (['ArrowLeft', 'ArrowUp', 'PageUp', 'p'].includes(key) || (key === ' ' && isShift)) return keys.onPrevious
  if (key === 'b' || key === '.') return keys.onBlack
  return key === 'f' ? keys.onFreeze : undefined
}
