import type { AlarmState, MetricAlarm } from '#lib/alarm/alarm.ts'
import type { AppliedRule } from '#lib/alarm/replay.ts'
import { MINUTE, type Millis } from '#lib/time.ts'
import { classify, decide, MISSING, ruleApplied, Tally, TOO_FEW_SAMPLES } from './decide.ts'
import { stateReasonData } from './words/reason-data.ts'
import { stateReason, type Counted } from './words/reason.ts'
import { createRule, type Rule } from './rule.ts'
import type { SlotReading } from './slots/windows.ts'

/** What one evaluation found; `change` where the state is another one now, in AWS's words. */
export type Evaluation = {
  readonly state: AlarmState
  readonly rule: AppliedRule
  readonly change?: { readonly reason: string; readonly reasonData: string }
  /** Once false, an alarm's warm-up is over for good. */
  readonly isWarmingUp: boolean
}

/** A warm-up acts once: whoever keeps the alarm keeps this until an evaluation says that it is over. */
export type WarmUp = { readonly createdAt: Millis }

/** One evaluation over its slots, oldest first, however many there are: a state, and AWS's words for a change. */
export function evaluate(alarm: MetricAlarm, slots: readonly SlotReading[], before: AlarmState, at: Millis, warmUp?: WarmUp): Evaluation {
  const look = lookAt(createRule(alarm), slots)
  const isNew = warmUp !== undefined && isWarmingUp(alarm, warmUp.createdAt, at, look.tally)
  const state = isNew ? 'INSUFFICIENT_DATA' : decide(look.rule, look.tally, before)
  const rule = isNew ? 'warming up' : ruleApplied(look.rule, look.tally)
  if (state === before) return { state, rule, isWarmingUp: isNew }
  return { state, rule, change: wordChange(alarm, look, state, at), isWarmingUp: isNew }
}

/** The slots of an evaluation with what each is to the decision. */
export type Look = { readonly rule: Rule; readonly slots: readonly SlotReading[]; readonly classes: Uint8Array; readonly tally: Tally }

export function lookAt(rule: Rule, slots: readonly SlotReading[]): Look {
  const classes = new Uint8Array(slots.length)
  slots.forEach((slot, at) => {
    classes[at] = classOf(rule, slot)
  })
  const tally = new Tally()
  tally.count(rule, { classes, newest: slots.length - 1, stride: 1, count: slots.length })
  return { rule, slots, classes, tally }
}

function classOf(rule: Rule, { value, sampleCount = Number.POSITIVE_INFINITY, band }: SlotReading): number {
  return classify(rule, value ?? Number.NaN, sampleCount, band?.lower ?? Number.NaN, band?.upper ?? Number.NaN)
}

/** The real slots that count, newest first: the newest EvaluationPeriods of them. */
export const countedSlots = ({ rule, slots, classes }: Look): readonly SlotReading[] =>
  slots
    .filter((_, at) => classes[at] !== MISSING)
    .toReversed()
    .slice(0, rule.n)

/** The slots without a datapoint, newest first. */
export const emptySlots = ({ slots, classes }: Look): readonly SlotReading[] =>
  slots.filter((_, at) => classes[at] === MISSING).toReversed()

/** How many missing datapoints were counted as breaching, or as not. */
export function fillsOf({ rule, tally }: Look): number {
  const isFilled = rule.treatment === 'breaching' || rule.treatment === 'notBreaching'
  return isFilled && !tally.hasTooFewSamples ? Math.max(0, rule.n - tally.real) : 0
}

export function countedBy(look: Look): Counted {
  const side = (slot: SlotReading): boolean => classOf(look.rule, slot) !== TOO_FEW_SAMPLES
  return { datapoints: countedSlots(look).filter(side), fills: fillsOf(look) }
}

/** A change in AWS's words. */
export function wordChange(alarm: MetricAlarm, look: Look, to: AlarmState, at: Millis): { reason: string; reasonData: string } {
  const counted = countedBy(look)
  const empty = emptySlots(look).map(({ start }) => start)
  return { reason: stateReason(alarm, to, counted), reasonData: stateReasonData(alarm, to, { ...counted, empty, at }) }
}

/** The window has filled once there are as many datapoints as the alarm evaluates. */
export function isWarmingUp(alarm: MetricAlarm, createdAt: Millis, at: Millis, { real }: { readonly real: number }): boolean {
  const { WarmUpPeriodDurationInMinutes: minutes, OnlyStartEvaluatingAfterWarmUpPeriodEnds: isFixed } = alarm.WarmUpConfiguration ?? {}
  if (minutes === undefined || at >= createdAt + minutes * MINUTE) return false
  return isFixed === true || real < alarm.EvaluationPeriods
}
