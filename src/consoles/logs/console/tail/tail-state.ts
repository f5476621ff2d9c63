import type { TailEvent, TailUpdate } from '#clients/live-tail/live-tail.ts'

export type TailState = {
  /** What is on screen, oldest first. */
  readonly shown: readonly TailEvent[]
  /** What came while the tail was paused. */
  readonly waiting: readonly TailEvent[]
  readonly isPaused: boolean
  /** Events since the start, also those that are gone from the screen. */
  readonly count: number
  readonly isSampled: boolean
  /** How many came with each of the last updates, one a second. */
  readonly rates: readonly number[]
}

export type TailAction =
  | { readonly kind: 'update'; readonly update: TailUpdate }
  | { readonly kind: 'pause' | 'resume' | 'clear' | 'start' }

export const emptyTail: TailState = { shown: [], waiting: [], isPaused: false, count: 0, isSampled: false, rates: [] }

/** Nobody scrolls back further than this in what runs past. */
const MOST = 1000
/** Updates a rate is the mean of. */
const SMOOTHED = 5

export function tailReducer(state: TailState, action: TailAction): TailState {
  switch (action.kind) {
    case 'start':
      return emptyTail
    case 'clear':
      return { ...state, shown: [], waiting: [] }
    case 'pause':
      return { ...state, isPaused: true }
    case 'resume':
      return { ...state, isPaused: false, shown: [...state.shown, ...state.waiting].slice(-MOST), waiting: [] }
    case 'update':
      return updated(state, action.update)
    default:
      return state
  }
}

function updated(state: TailState, { events, isSampled }: TailUpdate): TailState {
  const { isPaused, shown, waiting } = state
  return {
    ...state,
    shown: isPaused ? shown : [...shown, ...events].slice(-MOST),
    waiting: isPaused ? [...waiting, ...events].slice(-MOST) : waiting,
    count: state.count + events.length,
    isSampled,
    rates: [...state.rates, events.length].slice(-SMOOTHED),
  }
}

/** Events a second, over the last few. */
export const rateOf = ({ rates }: TailState): number =>
  rates.length === 0 ? 0 : rates.reduce((sum, count) => sum + count, 0) / rates.length
