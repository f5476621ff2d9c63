import type { MetricAlarm } from '#lib/alarm/alarm.ts'
import { dimensionsOf } from '#clients/cloudwatch.ts'
import type { Bench } from '../bench.ts'
import type { Night } from '../exercise.ts'
import { count } from '../results/explain.ts'
import type { IncidentReport, NightReport } from '../verdict.ts'
import { clockText, lengthText } from './hidden-nights.ts'
import { askedFor, isOff } from './words.ts'

/** Why the first night that went wrong did: what an alarm looked at when it paged, or what it would have had to see. */
export async function whyOf(
  bench: Bench,
  alarm: MetricAlarm,
  nights: readonly Night[],
  reports: readonly NightReport[],
): Promise<string | undefined> {
  const at = reports.findIndex(isOff)
  const [night, report] = [nights[at], reports[at]]
  if (night === undefined || report === undefined) return undefined
  const on = `On "${report.title}"${report.isHidden ? ', as it goes on another night' : ''}`
  const page = report.pages.find(({ counts }) => counts === 'false')
  if (page !== undefined) {
    const { says } = await bench.laboratory.explainAlarm(alarm, night.world, page.at, 'OK')
    return `${on} it paged at ${clockText(page.at)} UTC for nothing. ${says.join(' ')}`
  }
  const incident = report.incidents.find(({ outcome }) => outcome !== 'caught')
  if (incident === undefined) return undefined
  if (incident.delay !== undefined)
    return `${on} it paged ${lengthText(incident.delay)} after the trouble began: ${askedFor(alarm)} must be over.`
  return `${on} ${await missedWords(bench, alarm, night, incident)}`
}

/** What the metric did while nothing paged. */
async function missedWords({ laboratory }: Bench, alarm: MetricAlarm, night: Night, { start, end }: IncidentReport): Promise<string> {
  const { Namespace: namespace = '', MetricName: metricName = '', Period: period = 60, Threshold: threshold = 0 } = alarm
  const statistic = alarm.Statistic ?? alarm.ExtendedStatistic ?? 'Average'
  const query = { namespace, metricName, dimensions: dimensionsOf(alarm.Dimensions), statistic, period }
  const [series] = await laboratory.series([query], night.world)
  const during = (series?.points ?? []).filter(({ x }) => x >= start && x < end).map(({ y }) => y)
  const from = `between ${clockText(start)} and ${clockText(end)} UTC`
  if (during.length === 0)
    return `there was no datapoint at all ${from}, and missing data counts as "${alarm.TreatMissingData ?? 'missing'}".`
  const isUp = alarm.ComparisonOperator.startsWith('Greater')
  const furthest = isUp ? Math.max(...during) : Math.min(...during)
  const over = during.filter((value) => breaches(value, threshold, alarm.ComparisonOperator)).length
  if (over === 0)
    return `${statistic} of ${metricName} ${isUp ? 'rose to' : 'fell to'} ${plain(furthest)} ${from}, and the threshold stands at ${plain(threshold)}.`
  return `${count(over, 'datapoint')} crossed the threshold ${from}, and you ask for ${askedFor(alarm)}.`
}

function breaches(value: number, threshold: number, operator: MetricAlarm['ComparisonOperator']): boolean {
  switch (operator) {
    case 'GreaterThanThreshold':
      return value > threshold
    case 'GreaterThanOrEqualToThreshold':
      return value >= threshold
    case 'LessThanThreshold':
      return value < threshold
    case 'LessThanOrEqualToThreshold':
      return value <= threshold
    default:
      return false
  }
}

/** A value as a sentence says it. */
export const plain = (value: number): string => String(Math.abs(value) >= 1000 ? Math.round(value) : Number(value.toPrecision(4)))
