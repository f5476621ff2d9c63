import type { AlarmMetric } from '#lib/alarm/alarm.ts'
import type { Dimension } from '#lib/metric/dimensions.ts'
import type { StoredAlarm } from '#stores/alarm-store.ts'
import { jsonDouble, jsonList, jsonMaybe, jsonObject, jsonText, jsonTexts, jsonTime, type JsonText } from './json-text.ts'

type Configuration = Readonly<Record<string, JsonText | undefined>>

/** An alarm as its history tells of it: lower camel case, statistics in capitals. */
export function configurationOf({ arn, settings, standing, configuredAt }: StoredAlarm): Configuration {
  return {
    alarmName: jsonText(settings.AlarmName),
    alarmDescription: jsonMaybe(settings.AlarmDescription, jsonText),
    alarmArn: jsonText(arn),
    alarmConfigurationUpdatedTimestamp: jsonTime(configuredAt),
    namespace: jsonMaybe(settings.Namespace, jsonText),
    metricName: jsonMaybe(settings.MetricName, jsonText),
    statistic: jsonMaybe(settings.Statistic, (statistic) => jsonText(capitals(statistic))),
    extendedStatistic: jsonMaybe(settings.ExtendedStatistic, jsonText),
    period: jsonMaybe(settings.Period, jsonText),
    dimensions: dimensionsJson(settings.Dimensions),
    unit: jsonMaybe(settings.Unit, jsonText),
    metrics: jsonMaybe(settings.Metrics, (metrics) => jsonList(metrics.map(metricJson))),
    threshold: jsonMaybe(settings.Threshold, jsonDouble),
    thresholdMetricId: jsonMaybe(settings.ThresholdMetricId, jsonText),
    comparisonOperator: jsonText(settings.ComparisonOperator),
    evaluationPeriods: jsonText(settings.EvaluationPeriods),
    datapointsToAlarm: jsonMaybe(settings.DatapointsToAlarm, jsonText),
    treatMissingData: jsonMaybe(settings.TreatMissingData, jsonText),
    evaluateLowSampleCountPercentile: jsonMaybe(settings.EvaluateLowSampleCountPercentile, jsonText),
    stateValue: jsonText(standing.value),
    stateUpdatedTimestamp: jsonTime(standing.updatedAt),
    actionsEnabled: jsonText(settings.ActionsEnabled !== false),
    alarmActions: jsonTexts(settings.AlarmActions ?? []),
    insufficientDataActions: jsonTexts(settings.InsufficientDataActions ?? []),
    okactions: jsonTexts(settings.OKActions ?? []),
  }
}

/** The members that are others now, with what they were. */
export function changedFields(before: StoredAlarm, after: StoredAlarm): Configuration {
  const [old, present] = [configurationOf(before), configurationOf(after)]
  const changed = Object.keys(present).filter((name) => old[name] !== present[name])
  return Object.fromEntries(changed.map((name) => [name, old[name] ?? 'null']))
}

/** `SAMPLE_COUNT`. */
export const capitals = (statistic: string): string => statistic.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase()

const dimensionsJson = (dimensions: readonly Dimension[] = []): JsonText =>
  jsonList(dimensions.map(({ Name, Value }) => jsonObject({ name: jsonText(Name), value: jsonText(Value) })))

function metricJson({ Id, MetricStat, Expression, Label, ReturnData, Period }: AlarmMetric): JsonText {
  return jsonObject({
    id: jsonText(Id),
    metricStat: jsonMaybe(MetricStat, ({ Metric, Period: period, Stat, Unit }) =>
      jsonObject({
        metric: jsonObject({
          namespace: jsonMaybe(Metric.Namespace, jsonText),
          metricName: jsonMaybe(Metric.MetricName, jsonText),
          dimensions: dimensionsJson(Metric.Dimensions),
        }),
        period: jsonText(period),
        stat: jsonText(Stat),
        unit: jsonMaybe(Unit, jsonText),
      }),
    ),
    expression: jsonMaybe(Expression, jsonText),
    label: jsonMaybe(Label, jsonText),
    returnData: jsonText(ReturnData !== false),
    period: jsonMaybe(Period, jsonText),
  })
}
