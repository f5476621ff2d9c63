import { useEffect, useState, type ReactNode } from 'react'
import { Prose } from '#ui/prose/Prose.tsx'
import { Button } from '#ui/kit/Button.tsx'
import { paceAt } from '#deck/session/pace.ts'
import { questionAt } from '#deck/session/tally.ts'
import { useQuestionActions } from '#deck/session/use-question-actions.ts'
import type { SharedSession } from '#deck/session/use-session.ts'
import { livePart, stepCount, type Deck, type LiveStep, type Slide } from '#deck/slide.ts'
import { AudienceSelect } from '#deck/stage/AudienceSelect.tsx'
import { useQuestionKeys } from '#deck/stage/use-question-keys.ts'
import { PaceBar, talkTime } from './PaceBar.tsx'
import { PresenterBar } from './PresenterBar.tsx'
import { SlideCopy } from './SlideCopy.tsx'
import { TallyRow } from './TallyRow.tsx'
import { TimerRow } from './TimerRow.tsx'
import { useDriving } from './use-driving.ts'
import { isPresenterKey, usePresenterKeys } from './use-presenter-keys.ts'
import { useTalkClock } from './use-talk-clock.ts'
import styles from './Presenter.module.css'

type PresenterProps = {
  readonly deck: Deck
  readonly slides: readonly Slide[]
  readonly shared: SharedSession
  readonly isConnected: boolean
}

/** Notes, clock, this slide and the next one, the hands counted: all that the room does not see. */
export function Presenter({ deck, slides, shared, isConnected }: PresenterProps) {
  const { session, change } = shared
  const clock = useTalkClock(deck.id)
  const driving = useDriving(slides, shared)
  usePresenterKeys(driving)
  const { index, position } = driving
  const slide = slides[index]
  const question = slide === undefined ? undefined : questionAt(slide, position.step)
  const actionsFor = useQuestionActions(shared)
  const actions = question === undefined ? undefined : actionsFor(question)
  useQuestionKeys(question?.options.length ?? 0, actions, isPresenterKey)
  const elapsed = clock.elapsed / 60_000
  const used = useMinutesOnSlide(position.slideId, elapsed)
  useEffect(() => {
    document.title = `Presenter: ${deck.title} · Watchkeeper`
  }, [deck.title])

  if (slide === undefined) return null
  const tally = question === undefined ? undefined : session.tallies[question.id]
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
            {driving.isFrozen && <strong className={styles.state}>The stage is frozen</strong>}
            {session.isBlack && <strong className={styles.state}>The stage is black</strong>}
          </p>
          <NextStep step={livePart(slide)?.steps[position.step + 1]} />
          <NextSlide slide={slides[index + 1]} number={index + 2} deckTitle={deck.title} />
        </section>
        <section className={styles.side} aria-label="Notes">
          <Notes slide={slide} used={used} />
          <TimerRow slides={slides} slideId={position.slideId} shared={shared} />
          {question !== undefined && actions !== undefined && <TallyRow question={question} tally={tally} actions={actions} />}
        </section>
      </main>
      <PresenterBar
        {...driving}
        isBlack={session.isBlack}
        clock={clock}
        poll={actions === undefined ? undefined : { isHidden: tally?.isHidden === true, toggle: actions.onToggleHidden }}
        stageLink={`#/slides/${deck.id}/${position.slideId}`}
        isConnected={isConnected}
      >
        <AudienceSelect audiences={deck.audiences} audience={session.audience} onAudience={(audience) => change({ audience })} />
      </PresenterBar>
    </div>
  )
}

const noteSizes = [16, 18, 20, 24, 28, 34]

function Notes({ slide, used }: { readonly slide: Slide; readonly used: number }) {
  const [size, setSize] = useState(2)
  return (
    <>
      <div className={styles.notesHead}>
        <h2>
          Notes · {slide.minutes > 0 ? `${slide.minutes} min planned, ` : ''}
          {talkTime(used)} used
        </h2>
        <span className={styles.sizes}>
          <Button size="small" disabled={size === 0} onClick={() => setSize(size - 1)}>
            <span aria-hidden>A−</span>
            <span className="visually-hidden">Smaller notes</span>
          </Button>
          <Button size="small" disabled={size === noteSizes.length - 1} onClick={() => setSize(size + 1)}>
            <span aria-hidden>A+</span>
            <span className="visually-hidden">Larger notes</span>
          </Button>
        </span>
      </div>
      {/* a long note is scrolled by keyboard too */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className={styles.notes} style={{ fontSize: noteSizes[size] }} tabIndex={0} aria-label="Notes of this slide">
        {slide.notes.length > 0 ? <Prose prose={slide.notes} headingLevel={3} /> : <p className={styles.none}>No notes for this slide.</p>}
      </section>
    </>
  )
}

/** What the next key does on a slide that has steps left. */
function NextStep({ step }: { readonly step: LiveStep | undefined }) {
  if (step === undefined) return null
  if (step.kind === 'ask')
    return (
      <ComingStep does="asks">
        <span>{step.question}</span>
      </ComingStep>
    )
  if (step.kind === 'alarm')
    return (
      <ComingStep does="sets">
        <span>{step.says}</span>
      </ComingStep>
    )
  return (
    <ComingStep does="runs">
      <code>{step.text}</code>
    </ComingStep>
  )
}

function ComingStep({ does, children }: { readonly does: string; readonly children: ReactNode }) {
  return (
    <p className={styles.step}>
      <span className={styles.kicker}>Next key {does}</span>
      {children}
    </p>
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

/** How long the slide in hand has been up, in minutes of talk. */
function useMinutesOnSlide(slideId: string, elapsed: number): number {
  const [since, setSince] = useState({ slideId, at: elapsed })
  if (since.slideId !== slideId || elapsed < since.at) setSince({ slideId, at: elapsed })
  return Math.max(0, elapsed - since.at)
}
