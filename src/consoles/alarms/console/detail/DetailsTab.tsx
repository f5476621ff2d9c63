import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import type { DescribedAlarm } from '#clients/cloudwatch.ts'
import { conditionPhrase, durationPhrase, missingDataPhrases, putMetricAlarmCommand } from '#languages/alarm/index.ts'
import { datapointsToAlarm, missingDataTreatment, periodOf } from '#lib/alarm/alarm.ts'
import { useTimes } from '#ui/cloudscape/use-times.ts'
import { CopyButton } from '#ui/kit/CopyButton.tsx'
import { statisticOf } from '../../form/alarm-choices.ts'
import { AlarmStatus } from '../AlarmStatus.tsx'
import { settingsOf } from '../alarm-changes.ts'
import { dimensionWords } from '../dimension-words.ts'

/** An alarm's settings, as the console lists them. */
export function DetailsTab({ alarm }: { readonly alarm: DescribedAlarm }) {
  const times = useTimes()
  return (
    <KeyValuePairs
      columns={3}
      items={[
        { label: 'Name', value: alarm.AlarmName },
        { label: 'Type', value: 'Metric alarm' },
        { label: 'Description', value: alarm.AlarmDescription ?? 'No description' },
        { label: 'State', value: <AlarmStatus state={alarm.StateValue} /> },
        { label: 'Threshold', value: conditionPhrase(alarm) },
        { label: 'Last state update', value: times.moment(alarm.StateUpdatedTimestamp * 1000) },
        { label: 'Actions', value: alarm.ActionsEnabled ? 'Enabled' : 'Disabled' },
        { label: 'Namespace', value: alarm.Namespace ?? '-' },
        { label: 'Metric name', value: alarm.MetricName ?? '-' },
        { label: 'Dimensions', value: dimensionWords(alarm.Dimensions) },
        { label: 'Statistic', value: statisticOf(alarm) },
        { label: 'Period', value: durationPhrase(periodOf(alarm)) },
        { label: 'Datapoints to alarm', value: `${datapointsToAlarm(alarm)} out of ${alarm.EvaluationPeriods}` },
        { label: 'Missing data treatment', value: missingDataPhrases[missingDataTreatment(alarm)] },
        { label: 'Percentiles with low samples', value: alarm.EvaluateLowSampleCountPercentile ?? 'evaluate' },
        { label: 'ARN', value: alarm.AlarmArn },
        { label: 'Settings last changed', value: times.moment(alarm.AlarmConfigurationUpdatedTimestamp * 1000) },
        {
          label: 'AWS CLI',
          value: <CopyButton text={() => putMetricAlarmCommand(settingsOf(alarm))} label="Copy as an AWS CLI command" />,
        },
      ]}
    />
  )
}
