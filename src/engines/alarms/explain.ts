import type { AlarmState, MetricAlarm } from '#lib/alarm/alarm.ts'
import type { AlarmExplanation, Slot } from '#lib/alarm/replay.ts'
import type { Millis } from '#lib/time.ts'
import { BREACHING, decide, MISSING, ruleApplied, TOO_FEW_SAMPLES } from './decide.ts'
import { countedSlots, emptySlots, fillsOf, isWarmingUp, lookAt, wordChange, type Look, type WarmUp } from './evaluate.ts'
import { ReplayRun } from './replay.ts'
import { createRule } from './rule.ts'
import { sentences } from './words/sentences.ts'
import { rangeAhead, type SlotReading, type Windows } from './slots/windows.ts'

export type ExplainOptions = {
  /** What later evaluations would read if no datapoint came, of `readAhead`; without it nothing is said of the next change. */
  readonly ahead?: Windows
  readonly warmUp?: WarmUp
  /** The metric's unit as CloudWatch names it, where the alarm names none. */
  readonly unit?: string
}

/** Why an alarm is in its state after the evaluation of these slots, oldest first. */
export function explain(
  alarm: MetricAlarm,
  slots: readonly SlotReading[],
  before: AlarmState,
  at: Millis,
  options: ExplainOptions = {},
): AlarmExplanation {
  const look = lookAt(createRule(alarm), slots)
  const isNew = options.warmUp !== undefined && isWarmingUp(alarm, options.warmUp.createdAt, at, look.tally)
  const after = isNew ? 'INSUFFICIENT_DATA' : decide(look.rule, look.tally, before)
  const rule = isNew ? 'warming up' : ruleApplied(look.rule, look.tally)
  return {
    at,
    slots: slotsOf(look, isNew),
    rule,
    before,
    after,
    reason: isDecided(look, rule) ? wordChange(alarm, look, after, at).reason : undefined,
    says: sentences(alarm, look, { rule, after, unit: unitOf(alarm, options.unit) }),
    next: isNew || options.ahead === undefined ? undefined : nextChange(alarm, options.ahead, after, at),
  }
}

/** A count of samples has no unit, whatever is counted, and a share is per cent. */
function unitOf({ Statistic, ExtendedStatistic = Statistic, Unit }: MetricAlarm, ofMetric: string | undefined): string | undefined {
  if (ExtendedStatistic === 'SampleCount' || /^tc/i.test(ExtendedStatistic ?? '')) return undefined
  return /^pr\(/i.test(ExtendedStatistic ?? '') ? 'Percent' : (Unit ?? ofMetric)
}

/** Whether the slots alone gave the state, whatever it was before. */
const isDecided = (look: Look, rule: AlarmExplanation['rule']): boolean =>
  rule !== 'warming up' && decide(look.rule, look.tally, 'OK') === decide(look.rule, look.tally, 'ALARM')

function slotsOf(look: Look, isNew: boolean): readonly Slot[] {
  const counted = new Set<SlotReading>(isNew ? [] : countedSlots(look))
  const filled = new Set<SlotReading>(isNew ? [] : emptySlots(look).slice(0, fillsOf(look)))
  return look.slots.map((slot, at) => {
    const found = look.classes[at] ?? MISSING
    const isFilled = filled.has(slot)
    const isBreaching = found === BREACHING || (isFilled && look.rule.treatment === 'breaching')
    return { ...slot, isBreaching, role: roleOf(found, counted.has(slot) && !look.tally.hasTooFewSamples, isFilled) }
  })
}

function roleOf(found: number, isCounted: boolean, isFilled: boolean): Slot['role'] {
  if (found === TOO_FEW_SAMPLES) return 'too few samples'
  if (isFilled) return 'filled'
  return isCounted ? 'counts' : 'not used'
}

/** The first change of the evaluations that follow. */
function nextChange(alarm: MetricAlarm, ahead: Windows, state: AlarmState, at: Millis): AlarmExplanation['next'] {
  const run = new ReplayRun({ ...alarm, WarmUpConfiguration: undefined }, ahead, rangeAhead(alarm, at), state)
  while (!run.step(1) && !run.hasChanged);
  const change = run.result().changes[0]
  return change && { at: change.at, to: change.to }
}
