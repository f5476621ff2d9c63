import type { SlotReading } from '#engines/alarms/index.ts'
import { periodOf, type AlarmState, type ComparisonOperator, type MetricAlarm, type MissingDataTreatment } from '#lib/alarm/alarm.ts'

const operators: Readonly<Record<string, ComparisonOperator>> = {
  '>': 'GreaterThanThreshold',
  '>=': 'GreaterThanOrEqualToThreshold',
  '<': 'LessThanThreshold',
  '<=': 'LessThanOrEqualToThreshold',
  outside: 'LessThanLowerOrGreaterThanUpperThreshold',
  'below band': 'LessThanLowerThreshold',
  'above band': 'GreaterThanUpperThreshold',
}

/**
 * An alarm as the text cases write it: `> 1000, M 2, N 3, period 60, missing breaching, p99, ignore few, unit Milliseconds, namespace AWS/DynamoDB`;
 * without `M` the alarm does not say how many datapoints it needs.
 */
export function readAlarm(line: string): MetricAlarm {
  const parts = line.split(',').map((part) => part.trim())
  const [, operator = '', threshold] = /^(\S+?(?: band)?)(?: (-?[\d.e]+))?$/.exec(parts[0] ?? '') ?? []
  const of = (name: string): string | undefined => parts.find((part) => part.startsWith(`${name} `))?.slice(name.length + 1)
  const comparison = operators[operator]
  if (comparison === undefined) throw new Error(`no operator begins "${line}"`)
  const extended = parts.find((part) => /^p\d/.test(part))
  const numberOf = (name: string): number | undefined => (of(name) === undefined ? undefined : Number(of(name)))
  return {
    Namespace: of('namespace') ?? 'Shop',
    MetricName: 'Duration',
    ...(extended === undefined ? { Statistic: 'Average' } : { ExtendedStatistic: extended }),
    Unit: of('unit'),
    Period: numberOf('period') ?? 60,
    EvaluationPeriods: numberOf('N') ?? 1,
    DatapointsToAlarm: numberOf('M'),
    ...(threshold === undefined ? { ThresholdMetricId: 'ad1' } : { Threshold: Number(threshold) }),
    ComparisonOperator: comparison,
    TreatMissingData: of('missing') as MissingDataTreatment | undefined,
    EvaluateLowSampleCountPercentile: parts.includes('ignore few') ? 'ignore' : undefined,
  }
}

/** When the newest slot of a text case ends. */
export const AT = Date.UTC(2024, 2, 8, 14, 6)

/** `400 - 1200 1300x99 5[2;8]`: values oldest first, `-` for none, with samples and the edges of a band where they matter. */
export function readSlots(alarm: MetricAlarm, line: string): readonly SlotReading[] {
  const texts = line.trim().split(/\s+/)
  const period = periodOf(alarm) * 1000
  return texts.map((text, slot) => {
    const end = AT - (texts.length - 1 - slot) * period
    return { start: end - period, end, ...readValue(text) }
  })
}

function readValue(text: string): Pick<SlotReading, 'value' | 'sampleCount' | 'band'> {
  if (text === '-') return { value: null }
  const match = /^(-?[\d.eE+-]+?)(?:x(\d+))?(?:\[(.*);(.*)\])?$/.exec(text)
  if (match === null) throw new Error(`"${text}" is no slot`)
  const [, value, samples = '1', lower, upper] = match
  const band = lower === undefined || upper === undefined ? undefined : { lower: Number(lower), upper: Number(upper) }
  return { value: Number(value), sampleCount: Number(samples), band }
}

export const states: readonly AlarmState[] = ['OK', 'ALARM', 'INSUFFICIENT_DATA']
