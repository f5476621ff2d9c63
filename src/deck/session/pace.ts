import type { Slide } from '#deck/slide.ts'

/** How a talk goes against its plan, all in minutes. */
export type Pace = {
  /** What the slides before this one should have taken. */
  readonly plannedBefore: number
  readonly plannedTotal: number
  /** Minutes late; below zero: early. The slide in hand counts as late only once its own minutes are used up. */
  readonly behind: number
  /** A slide ahead that would make up for what was lost. */
  readonly skip: Slide | undefined
}

export const plannedMinutes = (slides: readonly Slide[]): number => slides.reduce((sum, slide) => sum + slide.minutes, 0)

/** Where the talk stands after `elapsed` minutes on slide `index`. */
export function paceAt(slides: readonly Slide[], index: number, elapsed: number): Pace {
  const plannedBefore = plannedMinutes(slides.slice(0, index))
  const here = slides[index]?.minutes ?? 0
  const late = elapsed - (plannedBefore + here)
  const early = elapsed - plannedBefore
  const behind = late > 0 ? late : Math.min(0, early)
  return {
    plannedBefore,
    plannedTotal: plannedMinutes(slides),
    behind,
    skip: behind >= 1 ? skippable(slides.slice(index + 1), behind) : undefined,
  }
}

/** The shortest slide ahead that covers the loss, else the longest there is; never one with a pane, a poll or an exercise on it. */
function skippable(ahead: readonly Slide[], behind: number): Slide | undefined {
  const passive = ahead.filter(
    (slide) =>
      slide.kind === 'content' && slide.minutes > 0 && !slide.parts.some((part) => ['live', 'poll', 'exercise'].includes(part.kind)),
  )
  const enough = passive.filter((slide) => slide.minutes >= behind).toSorted((left, right) => left.minutes - right.minutes)
  return enough[0] ?? passive.toSorted((left, right) => right.minutes - left.minutes)[0]
}
