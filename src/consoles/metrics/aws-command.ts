import type { MetricQuery } from '#lib/metric/metric.ts'
import type { TimeRange } from '#lib/time.ts'
import { isBasicStatistic } from '#lib/metric/statistic.ts'
import { quoteForShell } from '#ui/pane/quote-for-shell.ts'

const iso = (at: number): string => new Date(at).toISOString().replace('.000Z', 'Z')

/** The same question to AWS's own command line. */
export function awsCommand({ namespace, metricName, dimensions, statistic, period }: MetricQuery, range: TimeRange): string {
  const pairs = Object.entries(dimensions).map(([name, value]) => quoteForShell(`Name=${name},Value=${value}`))
  return [
    'aws cloudwatch get-metric-statistics',
    `--namespace ${quoteForShell(namespace)} --metric-name ${quoteForShell(metricName)}`,
    ...(pairs.length === 0 ? [] : [`--dimensions ${pairs.join(' ')}`]),
    `--start-time ${iso(range.start)} --end-time ${iso(range.end)} --period ${period}`,
    isBasicStatistic(statistic) ? `--statistics ${statistic}` : `--extended-statistics ${quoteForShell(statistic)}`,
  ].join(' \\\n  ')
}
