import { missingDataTreatment } from '#lib/alarm/alarm.ts'
import type { Millis } from '#lib/time.ts'
import type { AlarmStanding, NamedAlarm, StoredAlarm } from '#stores/alarm-store.ts'
import { capitals } from './configuration.ts'
import { mailText, subjectOf } from './mail.ts'
import { jsonDouble, jsonList, jsonMaybe, jsonObject, jsonText, jsonTexts, jsonTime, type JsonText } from './json-text.ts'
import { placeOf, regionName } from './place.ts'

/** What CloudWatch publishes to a topic: a text for machines, one for telephones, one for mailboxes. */
export const topicMessage = (alarm: StoredAlarm, before: AlarmStanding): string =>
  jsonObject({
    default: jsonText(notification(alarm, before)),
    sms: jsonText(subjectOf(alarm)),
    email: jsonText(mailText(alarm, before)),
  })

function notification({ arn, settings, standing, configuredAt }: StoredAlarm, before: AlarmStanding): JsonText {
  const { region, account } = placeOf(arn)
  return jsonObject({
    AlarmName: jsonText(settings.AlarmName),
    AlarmDescription: jsonText(settings.AlarmDescription ?? null),
    AWSAccountId: jsonText(account),
    AlarmConfigurationUpdatedTimestamp: jsonTime(configuredAt),
    NewStateValue: jsonText(standing.value),
    NewStateReason: jsonText(standing.reason),
    StateChangeTime: jsonTime(standing.updatedAt),
    Region: jsonText(regionName(region)),
    AlarmArn: jsonText(arn),
    OldStateValue: jsonText(before.value),
    ActionExecutedAfterMuteWindow: 'false',
    OKActions: jsonTexts(settings.OKActions ?? []),
    AlarmActions: jsonTexts(settings.AlarmActions ?? []),
    InsufficientDataActions: jsonTexts(settings.InsufficientDataActions ?? []),
    Trigger: triggerOf(settings),
  })
}

function triggerOf(settings: NamedAlarm): JsonText {
  const common = {
    Period: jsonMaybe(settings.Period, jsonText),
    EvaluationPeriods: jsonText(settings.EvaluationPeriods),
    DatapointsToAlarm: jsonMaybe(settings.DatapointsToAlarm, jsonText),
    ComparisonOperator: jsonText(settings.ComparisonOperator),
    Threshold: jsonMaybe(settings.Threshold, jsonDouble),
    TreatMissingData: jsonText(missingDataTreatment(settings)),
    EvaluateLowSampleCountPercentile: jsonText(settings.EvaluateLowSampleCountPercentile ?? ''),
  }
  if (settings.Metrics !== undefined) return jsonObject({ ...common, Metrics: JSON.stringify(settings.Metrics) })
  const isExtended = settings.Statistic === undefined
  return jsonObject({
    MetricName: jsonText(settings.MetricName ?? null),
    Namespace: jsonText(settings.Namespace ?? null),
    StatisticType: jsonText(isExtended ? 'ExtendedStatistic' : 'Statistic'),
    Statistic: jsonMaybe(settings.Statistic, (statistic) => jsonText(capitals(statistic))),
    ExtendedStatistic: isExtended ? jsonText(settings.ExtendedStatistic ?? null) : undefined,
    Unit: jsonText(settings.Unit ?? null),
    Dimensions: jsonList(
      (settings.Dimensions ?? []).map(({ Name, Value }) => jsonObject({ value: jsonText(Value), name: jsonText(Name) })),
    ),
    ...common,
  })
}

/** What a Lambda function is handed. */
export function eventMessage({ arn, settings, standing }: StoredAlarm, before: AlarmStanding): string {
  const { region, account } = placeOf(arn)
  return jsonObject({
    source: jsonText('aws.cloudwatch'),
    alarmArn: jsonText(arn),
    accountId: jsonText(account),
    time: jsonTime(standing.updatedAt),
    region: jsonText(region),
    alarmData: jsonObject({
      alarmName: jsonText(settings.AlarmName),
      state: eventState(standing, standing.updatedAt),
      previousState: eventState(before, before.updatedAt),
      configuration: jsonObject({
        description: jsonMaybe(settings.AlarmDescription, jsonText),
        metrics: jsonList([eventMetric(settings)]),
      }),
    }),
  })
}

const eventState = ({ value, reason, reasonData }: AlarmStanding, timestamp: Millis): JsonText =>
  jsonObject({
    value: jsonText(value),
    reason: jsonText(reason),
    reasonData: jsonMaybe(reasonData, jsonText),
    timestamp: jsonTime(timestamp),
  })

function eventMetric({
  Namespace,
  MetricName,
  Dimensions = [],
  Period,
  Statistic,
  ExtendedStatistic,
  Unit,
  Metrics,
}: NamedAlarm): JsonText {
  if (Metrics !== undefined) return JSON.stringify(Metrics)
  const dimensions = Object.fromEntries(Dimensions.map(({ Name, Value }) => [Name, jsonText(Value)]))
  return jsonObject({
    id: jsonText('m1'),
    metricStat: jsonObject({
      metric: jsonObject({
        dimensions: jsonObject(dimensions),
        name: jsonText(MetricName ?? null),
        namespace: jsonText(Namespace ?? null),
      }),
      period: jsonText(Period ?? null),
      stat: jsonText(Statistic ?? ExtendedStatistic ?? null),
      unit: jsonMaybe(Unit, jsonText),
    }),
    returnData: 'true',
  })
}
