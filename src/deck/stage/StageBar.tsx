import IconArrowLeft from '@tabler/icons-react/icons/IconArrowLeft'
import IconArrowRight from '@tabler/icons-react/icons/IconArrowRight'
import IconArticle from '@tabler/icons-react/icons/IconArticle'
import IconLayoutGrid from '@tabler/icons-react/icons/IconLayoutGrid'
import IconMaximize from '@tabler/icons-react/icons/IconMaximize'
import IconPresentation from '@tabler/icons-react/icons/IconPresentation'
import { Button } from '#ui/kit/Button.tsx'
import { hrefTo } from '#workbook/location.ts'
import { nextPosition, previousPosition, type Position } from '#deck/session/session.ts'
import { stepCount, type Deck, type Slide } from '#deck/slide.ts'
import { AudienceSelect } from './AudienceSelect.tsx'
import styles from './StageBar.module.css'

type StageBarProps = {
  readonly deck: Deck
  readonly slides: readonly Slide[]
  readonly position: Position
  readonly audience: string | undefined
  readonly isOverview: boolean
  /** A slide a link named and the deck has not. */
  readonly missed: string | undefined
  onPrevious(): void
  onNext(): void
  onOverview(): void
  onFullscreen(): void
  onReading(): void
  onAudience(audience: string | undefined): void
}

/** Everything the keys can do, for mouse and touch. */
export function StageBar(props: StageBarProps) {
  const { deck, slides, position, audience } = props
  const index = slides.findIndex((slide) => slide.id === position.slideId)
  const steps = slides[index] === undefined ? 0 : stepCount(slides[index])
  const icon = { size: 20, stroke: 1.8, 'aria-hidden': true }
  return (
    <div className={styles.bar} role="toolbar" aria-label="Slides">
      <div className={styles.progress} aria-hidden="true">
        <span style={{ inlineSize: `${(100 * (index + 1)) / Math.max(1, slides.length)}%` }} />
      </div>
      <Button
        size="small"
        icon={<IconArrowLeft {...icon} />}
        onClick={props.onPrevious}
        disabled={previousPosition(slides, position) === undefined}
        aria-label="Previous"
        aria-keyshortcuts="ArrowLeft"
        title="Previous (left arrow)"
      />
      <Button
        size="small"
        look="primary"
        icon={<IconArrowRight {...icon} />}
        onClick={props.onNext}
        disabled={nextPosition(slides, position) === undefined}
        aria-label="Next"
        aria-keyshortcuts="ArrowRight"
        title="Next (right arrow)"
      />
      <output className={styles.place}>
        {index + 1} of {slides.length}
        {steps > 0 && ` · step ${position.step + 1} of ${steps + 1}`}
        {props.missed !== undefined && ` · there is no slide “${props.missed}”`}
      </output>
      <span className={styles.space} />
      <AudienceSelect audiences={deck.audiences} audience={audience} onAudience={props.onAudience} />
      <Button
        size="small"
        look="quiet"
        icon={<IconLayoutGrid {...icon} />}
        onClick={props.onOverview}
        aria-pressed={props.isOverview}
        aria-keyshortcuts="o"
        title="Overview (O)"
      >
        <span className={styles.word}>Overview</span>
      </Button>
      <Button size="small" look="quiet" icon={<IconArticle {...icon} />} onClick={props.onReading} title="Read the slides as a page">
        <span className={styles.word}>Read</span>
      </Button>
      <a
        className={styles.link}
        href={hrefTo(`/present/${deck.id}`)}
        target="_blank"
        rel="noopener"
        title="Open the presenter's window: notes, clock, next slide"
      >
        <IconPresentation {...icon} />
        <span className={styles.word}>Presenter</span>
        <span className="visually-hidden"> (opens in a new tab)</span>
      </a>
      <Button
        size="small"
        look="quiet"
        icon={<IconMaximize {...icon} />}
        onClick={props.onFullscreen}
        aria-keyshortcuts="f"
        title="Full screen (F)"
      >
        <span className={styles.word}>Full screen</span>
      </Button>
    </div>
  )
}
