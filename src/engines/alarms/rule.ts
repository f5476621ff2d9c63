import { bandOperators, datapointsToAlarm, missingDataTreatment, type MetricAlarm, type MissingDataTreatment } from '#lib/alarm/alarm.ts'
import { isBreaching } from '#lib/alarm/is-breaching.ts'
import { samplesNeeded } from './low-samples.ts'
import { rangeOf } from './slots/layout.ts'

/** An alarm's settings, made ready for many evaluations. */
export type Rule = {
  /** EvaluationPeriods. */
  readonly n: number
  /** DatapointsToAlarm, or all of them. */
  readonly m: number
  readonly treatment: MissingDataTreatment
  /** Slots looked at. */
  readonly range: number
  /** Compares with the band's lower edge. */
  readonly needsLower: boolean
  readonly needsUpper: boolean
  /** A period with fewer samples leaves the state alone. */
  readonly leastSamples: number
  breaches(value: number, lower: number, upper: number): boolean
}

export function createRule(alarm: MetricAlarm): Rule {
  const { ComparisonOperator: operator, Threshold = Number.NaN } = alarm
  return {
    n: alarm.EvaluationPeriods,
    m: datapointsToAlarm(alarm),
    treatment: missingDataTreatment(alarm),
    range: rangeOf(alarm),
    needsLower: bandOperators.includes(operator) && operator !== 'GreaterThanUpperThreshold',
    needsUpper: bandOperators.includes(operator) && operator !== 'LessThanLowerThreshold',
    leastSamples: samplesNeeded(alarm),
    breaches: (value, lower, upper) => isBreaching(operator, value, Threshold, lower, upper),
  }
}
