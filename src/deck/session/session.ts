import type { Slide } from '#deck/slide.ts'
import { stepCount } from '#deck/slide.ts'
import type { Tally } from './tally.ts'
import { isTimer, type Timer } from './timer.ts'

/** Where the room is; stage and presenter hold one each and tell each other. */
export type DeckSession = {
  readonly slideId: string
  /** Steps taken on the slide; 0 when it comes up. */
  readonly step: number
  readonly isBlack: boolean
  readonly audience: string | undefined
  readonly tallies: Readonly<Record<string, Tally>>
  /** Countdowns that were started, by slide. */
  readonly timers: Readonly<Record<string, Timer>>
  /** Grows with every change; the greater one wins. */
  readonly revision: number
}

export type Position = Pick<DeckSession, 'slideId' | 'step'>

export const startSession = (slideId: string, audience: string | undefined, revision: number): DeckSession => ({
  slideId,
  step: 0,
  isBlack: false,
  audience,
  tallies: {},
  timers: {},
  revision,
})

/** The place one key further on, or undefined at the end. */
export function nextPosition(slides: readonly Slide[], at: Position): Position | undefined {
  const index = slides.findIndex((slide) => slide.id === at.slideId)
  const slide = slides[index]
  if (slide !== undefined && at.step < stepCount(slide)) return { slideId: slide.id, step: at.step + 1 }
  const next = slides[index + 1]
  return next === undefined ? undefined : { slideId: next.id, step: 0 }
}

/** The place one key back; a slide that is come back to shows its last step, as it was left. */
export function previousPosition(slides: readonly Slide[], at: Position): Position | undefined {
  if (at.step > 0) return { slideId: at.slideId, step: at.step - 1 }
  const previous = slides[slides.findIndex((slide) => slide.id === at.slideId) - 1]
  return previous === undefined ? undefined : { slideId: previous.id, step: stepCount(previous) }
}

/** Checks what another window said: it may run an older build. */
export function readSession(value: unknown): DeckSession | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  if (!('slideId' in value && 'step' in value && 'isBlack' in value && 'tallies' in value && 'revision' in value)) return undefined
  const { slideId, step, isBlack, tallies, revision } = value
  const audience = 'audience' in value && typeof value.audience === 'string' ? value.audience : undefined
  if (typeof slideId !== 'string' || typeof step !== 'number' || typeof isBlack !== 'boolean' || typeof revision !== 'number')
    return undefined
  const timers = 'timers' in value ? readTimers(value.timers) : {}
  return { slideId, step, isBlack, audience, tallies: readTallies(tallies), timers, revision }
}

function readTallies(value: unknown): Readonly<Record<string, Tally>> {
  if (typeof value !== 'object' || value === null) return {}
  const read: Record<string, Tally> = {}
  for (const [id, tally] of Object.entries(value)) {
    if (isTally(tally)) read[id] = tally
  }
  return read
}

const readTimers = (value: unknown): Readonly<Record<string, Timer>> =>
  typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).filter((entry): entry is [string, Timer] => isTimer(entry[1])))
    : {}

const isTally = (value: unknown): value is Tally =>
  typeof value === 'object' &&
  value !== null &&
  'isHidden' in value &&
  typeof value.isHidden === 'boolean' &&
  'rounds' in value &&
  Array.isArray(value.rounds) &&
  value.rounds.every((round) => Array.isArray(round) && round.every((hands) => typeof hands === 'number'))
