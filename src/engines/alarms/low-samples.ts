import type { MetricAlarm } from '#lib/alarm/alarm.ts'

const percentile = /^p(\d+)(?:\.(\d*))?$/

/** What a percentile needs to mean something: 10 / (1 - p), below the median 10 / p; p0 and p100 are the minimum and the maximum. */
export function samplesFor(statistic: string): number {
  const [, whole = '0', fraction = ''] = percentile.exec(statistic) ?? []
  // in whole numbers: 100 - 99.9 is not 0.1
  const one = 10 ** fraction.length
  const p = Number(whole + fraction)
  if (p <= 0 || p >= 100 * one) return 0
  return (1000 * one) / (p >= 50 * one ? 100 * one - p : p)
}

/** The samples a period must have to be evaluated; 0 for every alarm but one on a percentile that ignores periods with few. */
export function samplesNeeded(alarm: Partial<MetricAlarm>): number {
  return alarm.EvaluateLowSampleCountPercentile === 'ignore' ? samplesFor(statisticOf(alarm)) : 0
}

const statisticOf = ({ ExtendedStatistic, Metrics }: Partial<MetricAlarm>): string =>
  ExtendedStatistic ?? (Metrics?.length === 1 ? Metrics[0]?.MetricStat?.Stat : undefined) ?? ''
