/** Epoch milliseconds. */
export type Millis = number

/** `end` is exclusive unless a product says otherwise. */
export type TimeRange = { readonly start: Millis; readonly end: Millis }

export const SECOND = 1000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR
export const WEEK = 7 * DAY

/** The one way to ask what time it is; nothing below `main.tsx` and `commands/` knows another. */
export type Clock = {
  now(): Millis
  /** No minute will come: what waits for the next one is done at once. */
  readonly isStanding?: boolean
}

/** A clock that stands: exercises. */
export const standingClock = (at: Millis): Clock => ({ now: () => at, isStanding: true })

/** A clock that runs at real pace from `start`; `real` is the machine's clock, handed in by the outermost layer. */
export const runningClock = (start: Millis, real: () => Millis): Clock => {
  const began = real()
  return { now: () => start + (real() - began) }
}

/** A clock that somebody else moves: tests, and the play, pause and jump of a demo. */
export class DrivenClock implements Clock {
  private at: Millis

  constructor(at: Millis) {
    this.at = at
  }

  now(): Millis {
    return this.at
  }

  advance(by: Millis): void {
    this.at += by
  }

  jump(to: Millis): void {
    this.at = to
  }
}
