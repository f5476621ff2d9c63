import type { AlarmState } from '#lib/alarm/alarm.ts'
import type { AppliedRule } from '#lib/alarm/replay.ts'
import type { Rule } from './rule.ts'

/** What one slot is to the decision. */
export const MISSING = 0
export const FINE = 1
export const BREACHING = 2
export const TOO_FEW_SAMPLES = 3

export function classify(rule: Rule, value: number, sampleCount: number, lower: number, upper: number): number {
  if (Number.isNaN(value) || (rule.needsLower && Number.isNaN(lower)) || (rule.needsUpper && Number.isNaN(upper))) return MISSING
  if (sampleCount < rule.leastSamples) return TOO_FEW_SAMPLES
  return rule.breaches(value, lower, upper) ? BREACHING : FINE
}

/** Slots in a row of classes: the newest at `newest`, the others `stride` apart before it; what lies before the row is missing. */
export type Window = { readonly classes: Uint8Array; newest: number; stride: number; count: number }

/** What an evaluation counts; one is made and used again and again. */
export class Tally {
  real = 0
  breaching = 0
  /** Number of the oldest breaching slot that counts, the newest slot being 1. */
  oldestBreaching = 0
  hasTooFewSamples = false

  /** The newest `n` real slots, or all there are. */
  count({ n }: Rule, { classes, newest, stride, count }: Window): void {
    this.real = 0
    this.breaching = 0
    this.oldestBreaching = 0
    this.hasTooFewSamples = false
    for (let slot = 1, at = newest; slot <= count && at >= 0 && this.real < n; slot++, at -= stride) {
      const found = classes[at] ?? MISSING
      if (found === MISSING) continue
      this.real++
      if (found === TOO_FEW_SAMPLES) this.hasTooFewSamples = true
      if (found === BREACHING) {
        this.breaching++
        this.oldestBreaching = slot
      }
    }
  }
}

/** The rule that decides over what was counted. */
export function ruleApplied({ n, treatment }: Rule, tally: Tally): AppliedRule {
  if (tally.hasTooFewSamples) return 'too few samples'
  if (tally.real >= n) return 'enough datapoints'
  if (tally.real === 0) return 'no datapoints'
  if (treatment === 'breaching' || treatment === 'notBreaching') return 'missing filled'
  return tally.breaching < tally.real ? 'datapoints and gaps' : 'premature'
}

/** The state after one evaluation. */
export function decide(rule: Rule, tally: Tally, before: AlarmState): AlarmState {
  const { n, m, treatment } = rule
  const { real, breaching } = tally
  if (tally.hasTooFewSamples) return before
  if (real >= n) return breaching >= m ? 'ALARM' : 'OK'
  if (treatment === 'breaching') return breaching + (n - real) >= m ? 'ALARM' : 'OK'
  if (treatment === 'notBreaching') return breaching >= m ? 'ALARM' : 'OK'
  if (real === 0) return treatment === 'ignore' ? before : 'INSUFFICIENT_DATA'
  if (breaching < real) return breaching >= m ? 'ALARM' : 'OK'
  return treatment === 'missing' && tally.oldestBreaching >= m ? 'ALARM' : before
}
