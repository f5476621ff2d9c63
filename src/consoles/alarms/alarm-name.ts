import { metricOf, type MetricAlarm } from '#lib/alarm/alarm.ts'

/** A name for an alarm that has none yet, after what it watches: `load-Duration-p95`. */
export function named(alarm: MetricAlarm): MetricAlarm {
  if (alarm.AlarmName !== undefined && alarm.AlarmName !== '') return alarm
  const metric = metricOf(alarm)
  const words = metric === undefined ? ['alarm'] : [...Object.values(metric.dimensions), metric.metricName, metric.statistic]
  return { ...alarm, AlarmName: words.join('-').slice(0, 255) }
}
