import type { SharedSession } from './use-session.ts'

/** A countdown, in milliseconds: it runs to a moment, below nought too, or stands with some time left. */
export type Timer = { readonly endsAt: number } | { readonly left: number }

const HOUR = 3_600_000

export const isTimer = (value: unknown): value is Timer =>
  typeof value === 'object' &&
  value !== null &&
  (('endsAt' in value && typeof value.endsAt === 'number') || ('left' in value && typeof value.left === 'number'))

export const isRunning = (timer: Timer): timer is { readonly endsAt: number } => 'endsAt' in timer

export const timeLeft = (timer: Timer, now: number): number => (isRunning(timer) ? timer.endsAt - now : timer.left)

/** Somebody forgot to stop it: the room has gone home. */
export const isForgotten = (timer: Timer, now: number): boolean => timeLeft(timer, now) < -HOUR

/** What a timer's buttons do. */
export type TimerControls = {
  readonly timer: Timer
  readonly isWhole: boolean
  onToggle(): void
  onAddMinute(): void
  onReset(): void
}

/** The controls of a timer that is kept somewhere: `change` is given the next one, nothing when it is whole again. */
export function timerControls(
  minutes: number,
  kept: Timer | undefined,
  now: () => number,
  change: (next: Timer | undefined) => void,
): TimerControls {
  const timer = kept ?? { left: minutes * 60_000 }
  return {
    timer,
    isWhole: kept === undefined,
    onToggle: () => change(isRunning(timer) ? { left: timer.endsAt - now() } : { endsAt: now() + timer.left }),
    onAddMinute: () => change(isRunning(timer) ? { endsAt: timer.endsAt + 60_000 } : { left: timer.left + 60_000 }),
    onReset: () => change(undefined),
  }
}

/** A slide's timer in the session that stage and presenter share: both see it run, either may stop it, neither forgets it in a reload. */
export const sharedTimer = ({ session, change }: SharedSession, slideId: string, minutes: number, now: () => number): TimerControls =>
  timerControls(minutes, session.timers[slideId], now, (next) => {
    const others = Object.entries(session.timers).filter(([id]) => id !== slideId)
    change({ timers: Object.fromEntries(next === undefined ? others : [...others, [slideId, next]]) })
  })
