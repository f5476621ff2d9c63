import type { Millis } from '../time.ts'
import type { AlarmState } from './alarm.ts'

/** An unbroken stretch of one state; `end` exclusive. */
export type StateStretch = { readonly state: AlarmState; readonly start: Millis; readonly end: Millis }

export type StateChange = { readonly at: Millis; readonly from: AlarmState; readonly to: AlarmState; readonly reason: string }

/** What an alarm would have done over a time range, evaluated once a minute (every ten seconds for periods below one, once an hour where the slots reach over more than a day). */
export type Replay = {
  readonly start: Millis
  readonly end: Millis
  /** Covers the range without gaps. */
  readonly stretches: readonly StateStretch[]
  readonly changes: readonly StateChange[]
  /** `times`: how often it changed into the state. */
  readonly totals: Readonly<Record<AlarmState, { readonly times: number; readonly duration: Millis }>>
}

/** One period-long bucket of an alarm's window, as one evaluation saw it. */
export type Slot = {
  readonly start: Millis
  /** Exclusive. */
  readonly end: Millis
  /** Nothing where no datapoint was there. */
  readonly value: number | null
  /** The edges of the band there, where the threshold is one. */
  readonly band?: { readonly lower: number; readonly upper: number }
  readonly sampleCount?: number
  readonly isBreaching: boolean
  /** `filled`: missing, and its treatment counted; `too few samples`: a percentile that was left alone. */
  readonly role: 'counts' | 'filled' | 'not used' | 'too few samples'
}

/**
 * `missing filled`: fewer datapoints than EvaluationPeriods, each gap counted as breaching or as not;
 * `datapoints and gaps`: the same, the datapoints alone decided; `premature`: nothing but breaching datapoints and gaps;
 * `warming up`: the alarm is new and not evaluated yet.
 */
export type AppliedRule =
  | 'enough datapoints'
  | 'no datapoints'
  | 'missing filled'
  | 'datapoints and gaps'
  | 'premature'
  | 'too few samples'
  | 'warming up'

/** Why an alarm is in its state after one evaluation. */
export type AlarmExplanation = {
  readonly at: Millis
  /** The whole evaluation range, oldest first. */
  readonly slots: readonly Slot[]
  readonly rule: AppliedRule
  readonly before: AlarmState
  readonly after: AlarmState
  /** As AWS words the StateReason of such a change; absent where the rule leaves every state as it is. */
  readonly reason?: string
  /** Sentences for a person: what was looked at, what was enough, how missing ones were treated. */
  readonly says: readonly string[]
  /** When the state would change if no further datapoint came, and to what. */
  readonly next?: { readonly at: Millis; readonly to: AlarmState }
}
