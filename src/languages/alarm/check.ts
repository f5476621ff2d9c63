import type { MetricAlarm } from '#lib/alarm/alarm.ts'
import { actionProblems } from './check-actions.ts'
import { metricsProblems } from './check-metrics.ts'
import { modelProblems } from './check-model.ts'
import { datapointProblems, periodProblems, statisticProblems, thresholdProblems, windowProblems } from './check-rules.ts'
import type { AlarmProblem } from './problem.ts'

export type CheckOptions = {
  /** Where the alarm is made: an action must be there too. */
  readonly region?: string
}

/** Why PutMetricAlarm would refuse an alarm, in the order in which AWS is taken to look: the model first. Empty for a good one. */
export function checkAlarm(alarm: Partial<MetricAlarm>, options: CheckOptions = {}): readonly AlarmProblem[] {
  const broken = modelProblems(alarm)
  const isBroken = new Set(broken.map(({ member }) => member))
  const others = [
    ...datapointProblems(alarm),
    ...periodProblems(alarm),
    ...statisticProblems(alarm),
    ...metricsProblems(alarm),
    ...actionProblems(alarm, options.region),
    ...thresholdProblems(alarm),
    ...windowProblems(alarm),
  ]
  // a member that breaks the model is said to be wrong once
  return [...broken, ...others.filter(({ member }) => !isBroken.has(member))]
}
