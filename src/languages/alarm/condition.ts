import { bandOperators, datapointsToAlarm, periodOf, type MetricAlarm } from '#lib/alarm/alarm.ts'
import { operatorWords } from './words.ts'

/** The console's line for an alarm: `Duration > 1000 for 3 datapoints within 3 minutes`. */
export function conditionPhrase(alarm: MetricAlarm): string {
  const m = datapointsToAlarm(alarm)
  const within = durationPhrase(periodOf(alarm) * alarm.EvaluationPeriods)
  return `${comparisonPhrase(alarm)} for ${m} ${m === 1 ? 'datapoint' : 'datapoints'} within ${within}`
}

function comparisonPhrase(alarm: MetricAlarm): string {
  const { sign } = operatorWords[alarm.ComparisonOperator]
  const isBand = bandOperators.includes(alarm.ComparisonOperator)
  return `${subject(alarm)} ${sign} ${isBand ? bandPhrase(alarm) : (alarm.Threshold ?? 'no threshold')}`
}

/** The metric's name; of several the one that returns data. */
function subject({ MetricName, Metrics = [], ThresholdMetricId }: MetricAlarm): string {
  const returning = Metrics.find(({ Id, ReturnData }) => ReturnData !== false && Id !== ThresholdMetricId)
  return MetricName ?? returning?.Label ?? returning?.Id ?? 'the metric'
}

function bandPhrase({ Metrics = [], ThresholdMetricId }: MetricAlarm): string {
  const expression = Metrics.find(({ Id }) => Id === ThresholdMetricId)?.Expression ?? ''
  const width = /ANOMALY_DETECTION_BAND\s*\([^,)]*,\s*([\d.]+)\s*\)/i.exec(expression)?.[1] ?? '2'
  return `band (width: ${width})`
}

const lengths = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const

/** Seconds in the largest unit that they are a whole number of: `15 minutes`, `1 hour`, `90 minutes`. */
export function durationPhrase(seconds: number): string {
  const [unit, length] = lengths.find(([, long]) => seconds % long === 0) ?? ['second', 1]
  const count = seconds / length
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}
