import type { ReactNode } from 'react'
import { Inlines } from '#ui/prose/Inlines.tsx'
import { Prose } from '#ui/prose/Prose.tsx'
import { livePart, type Slide, type SlidePart } from '#deck/slide.ts'
import { queryAhead, questionAt, type Question, type Tally } from '#deck/session/tally.ts'
import type { TimerControls } from '#deck/session/timer.ts'
import { never } from '#lib/invariant.ts'
import { ExerciseCard } from './ExerciseCard.tsx'
import { LiveFrame } from './LiveFrame.tsx'
import { Picture } from './Picture.tsx'
import { QuestionBlock, type QuestionActions } from './QuestionBlock.tsx'
import { TimerBlock } from './TimerBlock.tsx'
import styles from './SlideView.module.css'

export type SlideViewProps = {
  readonly slide: Slide
  readonly step: number
  readonly number: number
  readonly deckTitle: string
  /** What the pane's last run of the step's own query kept. */
  readonly count?: number | undefined
  readonly tallies: Readonly<Record<string, Tally>>
  readonly actions?: ((question: Question) => QuestionActions) | undefined
  /** A timer of these minutes that others see too; without it the slide's own. */
  readonly timerOf?: ((minutes: number) => TimerControls) | undefined
  /** Draws the real pane; without it the slide shows the query in hand. */
  readonly live?: ReactNode
  /** `fixed`: 1280 by 720; `page`: as tall as it needs, for reading. */
  readonly shape: 'fixed' | 'page'
  /** Links and timers work; off in the presenter's small copies. */
  readonly isActive: boolean
}

/** Draws one slide from its model; stage, reading view and presenter share it. */
export function SlideView(props: SlideViewProps) {
  const { slide, number, deckTitle, shape } = props
  const words = slide.parts.filter((part) => part.kind === 'prose')
  const hasSight = slide.parts.some(isSight)
  // what is looked at gets the wide column; what is done stands under the words
  const things = slide.parts.filter((part) => part.kind !== 'prose' && (!hasSight || isSight(part)))
  const deeds = hasSight ? slide.parts.filter((part) => part.kind !== 'prose' && !isSight(part)) : []
  const question = questionAt(slide, props.step, props.count)
  const isLive = livePart(slide) !== undefined
  const Heading = slide.kind === 'content' || shape === 'page' ? 'h2' : 'h1'
  return (
    <div
      className={styles.slide}
      data-kind={slide.kind}
      data-layout={slide.kind === 'content' ? slide.layout : 'below'}
      data-shape={shape}
      data-live={isLive}
      data-plain={slide.kind === 'content' && things.length === 0}
      data-deeds={slide.kind === 'content' && things.length > 0 && !hasSight && words.length === 0}
    >
      {slide.kind === 'section' && <p className={styles.kicker}>Next part</p>}
      <Heading className={styles.heading} tabIndex={-1}>
        <Inlines inlines={slide.heading} />
      </Heading>
      <div className={styles.body}>
        {(words.length > 0 || deeds.length > 0 || (isLive && question !== undefined)) && (
          <div className={styles.words}>
            {words.map(
              (part, at) => part.kind === 'prose' && <Prose key={at} prose={part.prose} headingLevel={3} className={styles.prose} />,
            )}
            {isLive && question !== undefined && <AskBlock {...props} question={question} />}
            {deeds.map((part, at) => (
              <Thing key={at} part={part} {...props} question={question} />
            ))}
          </div>
        )}
        {things.length > 0 && (
          <div className={styles.things}>
            {things.map((part, at) => (
              <Thing key={at} part={part} {...props} question={question} />
            ))}
          </div>
        )}
      </div>
      <footer className={styles.footer}>
        <span>{slide.module === deckTitle ? deckTitle : `${deckTitle} · ${slide.module}`}</span>
        <span>{number}</span>
      </footer>
    </div>
  )
}

const isSight = (part: SlidePart): boolean => part.kind === 'picture' || part.kind === 'live'

function AskBlock({ slide, step, tallies, actions, question }: SlideViewProps & { readonly question: Question }) {
  return (
    <QuestionBlock
      question={question}
      tally={tallies[question.id]}
      ahead={queryAhead(slide, step)}
      actions={question.isAnswered ? undefined : actions?.(question)}
    />
  )
}

type ThingProps = SlideViewProps & { readonly part: SlidePart; readonly question: Question | undefined }

function Thing(props: ThingProps) {
  const { part, slide, step, question, tallies, isActive } = props
  switch (part.kind) {
    case 'picture':
      return <Picture drawing={part.drawing} description={part.description} canScroll={props.shape === 'page'} />
    case 'live':
      return (
        <LiveFrame slide={slide} step={step}>
          {props.live}
        </LiveFrame>
      )
    case 'poll':
      return question === undefined ? null : (
        <QuestionBlock
          question={question}
          tally={tallies[question.id]}
          ahead={undefined}
          actions={props.actions?.(question)}
          isWide={props.shape === 'fixed'}
        />
      )
    case 'timer':
      return isActive ? (
        <TimerBlock minutes={part.minutes} shared={props.timerOf?.(part.minutes)} />
      ) : (
        <p className={styles.still}>Timer: {part.minutes} min</p>
      )
    case 'exercise':
      return <ExerciseCard id={part.id} title={part.title} minutes={part.minutes} isLink={isActive} />
    case 'prose':
      return null
    default:
      return never(part)
  }
}
