import type { MetricAlarm } from '#lib/alarm/alarm.ts'

/** The AWS CLI's command that makes the alarm, to copy into a shell. */
export function putMetricAlarmCommand(alarm: MetricAlarm): string {
  const options = [
    text('alarm-name', alarm.AlarmName ?? 'my-alarm'),
    text('alarm-description', alarm.AlarmDescription),
    ...(alarm.ActionsEnabled === false ? ['--no-actions-enabled'] : []),
    list('ok-actions', alarm.OKActions),
    list('alarm-actions', alarm.AlarmActions),
    list('insufficient-data-actions', alarm.InsufficientDataActions),
    text('namespace', alarm.Namespace),
    text('metric-name', alarm.MetricName),
    text('statistic', alarm.Statistic),
    text('extended-statistic', alarm.ExtendedStatistic),
    dimensions(alarm.Dimensions),
    text('period', alarm.Period),
    text('unit', alarm.Unit),
    text('evaluation-periods', alarm.EvaluationPeriods),
    text('datapoints-to-alarm', alarm.DatapointsToAlarm),
    text('threshold', alarm.Threshold),
    text('comparison-operator', alarm.ComparisonOperator),
    text('treat-missing-data', alarm.TreatMissingData),
    text('evaluate-low-sample-count-percentile', alarm.EvaluateLowSampleCountPercentile),
    json('metrics', alarm.Metrics),
    text('threshold-metric-id', alarm.ThresholdMetricId),
    json('evaluation-window', alarm.EvaluationWindow),
    json('warm-up-configuration', alarm.WarmUpConfiguration),
  ].filter((option) => option !== undefined)
  return ['aws cloudwatch put-metric-alarm', ...options].join(' \\\n  ')
}

function text(name: string, value: string | number | undefined): string | undefined {
  if (value === undefined) return undefined
  // an option's value that begins with a dash is read as the next option
  return typeof value === 'string' && value.startsWith('-') ? `--${name}=${quoted(value)}` : `--${name} ${quoted(String(value))}`
}

const list = (name: string, values: readonly string[] = []): string | undefined =>
  values.length === 0 ? undefined : `--${name} ${values.map(quoted).join(' ')}`

const json = (name: string, value: object | undefined): string | undefined =>
  value === undefined ? undefined : `--${name} ${quoted(JSON.stringify(value))}`

/** The short form has signs of its own, which only plain words do not hold. */
const PLAIN = /^[\w./:@-]+$/

function dimensions(given: MetricAlarm['Dimensions'] = []): string | undefined {
  if (given.length === 0) return undefined
  const isPlain = given.every(({ Name, Value }) => PLAIN.test(Name) && PLAIN.test(Value))
  if (!isPlain) return json('dimensions', given)
  return `--dimensions ${given.map(({ Name, Value }) => `Name=${Name},Value=${Value}`).join(' ')}`
}

/** As a POSIX shell takes it as one word. */
const quoted = (word: string): string => (/^[\w./:@=,+%-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`)
