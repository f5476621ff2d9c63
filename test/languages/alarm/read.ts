import type { MetricAlarm } from '#lib/alarm/alarm.ts'

const good: MetricAlarm = {
  AlarmName: 'slow',
  Namespace: 'AWS/Lambda',
  MetricName: 'Duration',
  Statistic: 'Average',
  Period: 60,
  EvaluationPeriods: 3,
  Threshold: 1000,
  ComparisonOperator: 'GreaterThanThreshold',
}

/** A good alarm with the members of the case, a line each as `Name: JSON`; `Name:` alone leaves one out. */
export function readAlarm(input: string): Partial<MetricAlarm> {
  const given = input
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [name = '', value = ''] = [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]
      return [name, valueOf(value)] as const
    })
  return Object.fromEntries(Object.entries({ ...good, ...Object.fromEntries(given) }).filter(([, value]) => value !== undefined))
}

function valueOf(text: string): unknown {
  if (text === '') return undefined
  return text === 'NaN' || text === '-Infinity' ? Number(text) : JSON.parse(text)
}
