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
  const wrong = new Set(broken.map(({ member }) => member))
  const sound: Partial<MetricAlarm> = Object.fromEntries(
    Object.entries(alarm).filter(([member, value]) => value !== null && !wrong.has(member)),
  )
  const others = [
    ...datapointProblems(sound),
    ...periodProblems(sound),
    ...statisticProblems(sound),
    ...metricsProblems(sound),
    ...actionProblems(sound, options.region),
    ...thresholdProblems(sound),
    ...windowProblems(sound),
  ]
  // what breaks the model is left out above, and not to be asked for
  return [...broken, ...others.filter(({ member }) => !wrong.has(member))]
}
