import { datapointsToAlarm, missingDataTreatment } from '#lib/alarm/alarm.ts'
import { javaDouble } from '#lib/text/java-double.ts'
import type { Millis } from '#lib/time.ts'
import type { AlarmStanding, NamedAlarm, StoredAlarm } from '#stores/alarm-store.ts'
import { placeOf, regionName } from './place.ts'

const LONGEST_SUBJECT = 100
const LONGEST_NAME = 90

/** `ALARM: "name" in EU (Ireland)`, in ASCII and short enough for SNS. */
export function subjectOf({ arn, settings, standing }: StoredAlarm): string {
  const name = settings.AlarmName.replaceAll(/[^\p{ASCII}]+/gu, '_')
  const whole = (text: string): string => `${standing.value}: "${text}" in ${regionName(placeOf(arn).region)}`
  const room = Math.min(LONGEST_NAME, LONGEST_SUBJECT - whole('').length)
  return whole(name.length > room ? `${name.slice(0, room - 3)}...` : name)
}

/** What a subscribed mailbox gets, line by line as AWS lays it out. */
export function mailText({ arn, settings, standing }: StoredAlarm, before: AlarmStanding): string {
  const { region, account } = placeOf(arn)
  const { AlarmName: name } = settings
  const date = dateText(standing.updatedAt)
  const link = `https://${region}.console.aws.amazon.com/cloudwatch/deeplink.js?region=${region}#alarmsV2:alarm/${encodeURIComponent(name.replaceAll(/\p{Surrogate}/gu, '_'))}`
  return [
    `You are receiving this email because your Amazon CloudWatch Alarm "${name}" in the ${regionName(region)} region has entered the ${standing.value} state, because "${standing.reason}" at "${date}".`,
    '',
    'View this alarm in the AWS Management Console:',
    link,
    '',
    'Alarm Details:',
    `- Name:                       ${name}`,
    `- Description:                ${settings.AlarmDescription ?? ''}`,
    `- State Change:               ${before.value} -> ${standing.value}`,
    `- Reason for State Change:    ${standing.reason}`,
    `- Timestamp:                  ${date}`,
    `- AWS Account:                ${account}`,
    `- Alarm Arn:                  ${arn}`,
    '',
    'Threshold:',
    thresholdLine(settings),
    '',
    ...metricLines(settings),
    '',
    '',
    'State Change Actions:',
    `- OK: ${bracketed(settings.OKActions)}`,
    `- ALARM: ${bracketed(settings.AlarmActions)}`,
    `- INSUFFICIENT_DATA: ${bracketed(settings.InsufficientDataActions)}`,
    '',
  ].join('\n')
}

const bracketed = (actions: readonly string[] = []): string => actions.map((action) => `[${action}]`).join(' ')

function thresholdLine(settings: NamedAlarm): string {
  const { ComparisonOperator: operator, Threshold = Number.NaN, EvaluationPeriods, Period = 60 } = settings
  const condition = `the metric is ${operator} ${javaDouble(Threshold)}`
  return `- The alarm is in the ALARM state when ${condition} for at least ${datapointsToAlarm(settings)} of the last ${EvaluationPeriods} period(s) of ${Period} seconds. `
}

function metricLines(settings: NamedAlarm): readonly string[] {
  if (settings.Metrics !== undefined)
    return ['Monitored Metrics:', ...settings.Metrics.map(({ Label, Id }) => `- MetricLabel:                ${Label ?? Id}`)]
  const dimensions = (settings.Dimensions ?? []).map(({ Name, Value }) => `[${Name} = ${Value}]`).join(' ')
  return [
    'Monitored Metric:',
    `- MetricNamespace:                     ${settings.Namespace ?? ''}`,
    `- MetricName:                          ${settings.MetricName ?? ''}`,
    `- Dimensions:                          ${dimensions}`,
    `- Period:                              ${settings.Period ?? ''} seconds`,
    `- Statistic:                           ${settings.Statistic ?? settings.ExtendedStatistic ?? ''}`,
    `- Unit:                                ${settings.Unit ?? 'not specified'}`,
    `- TreatMissingData:                    ${missingDataTreatment(settings)}`,
  ]
}

const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

/** `Monday 14 September, 2026 11:18:46 UTC`. */
function dateText(at: Millis): string {
  const date = new Date(at)
  const day = String(date.getUTCDate()).padStart(2, '0')
  const time = date.toISOString().slice(11, 19)
  return `${days[date.getUTCDay()]} ${day} ${months[date.getUTCMonth()]}, ${date.getUTCFullYear()} ${time} UTC`
}
