import { sharedTimer } from '#deck/session/timer.ts'
import { wallClock } from '#deck/session/use-now.ts'
import type { SharedSession } from '#deck/session/use-session.ts'
import type { Slide } from '#deck/slide.ts'
import { TimerBlock } from '#deck/slides/TimerBlock.tsx'
import styles from './Presenter.module.css'

const minutesOf = (slide: Slide): number | undefined => slide.parts.find((part) => part.kind === 'timer')?.minutes

/** The room's countdowns: the one of the slide in hand, and any other that was started and left. */
export function TimerRow({
  slides,
  slideId,
  shared,
}: {
  readonly slides: readonly Slide[]
  readonly slideId: string
  readonly shared: SharedSession
}) {
  const shown = slides.filter((slide) => minutesOf(slide) !== undefined && (slide.id === slideId || slide.id in shared.session.timers))
  return shown.map((slide) => {
    const minutes = minutesOf(slide) ?? 0
    return (
      <section key={slide.id} className={styles.timer} aria-label={`Timer of ${slide.title}`}>
        <p className={styles.kicker}>{slide.id === slideId ? 'The room’s timer' : `Still counting: ${slide.title}`}</p>
        <TimerBlock minutes={minutes} shared={sharedTimer(shared, slide.id, minutes, wallClock.now)} />
      </section>
    )
  })
}
