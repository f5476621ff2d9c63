import { conditionPhrase, lowSamplePhrases, missingDataPhrases } from '#languages/alarm/index.ts'
import { datapointsToAlarm, metricOf, missingDataTreatment, periodOf, type MetricAlarm } from '#lib/alarm/alarm.ts'
import { formatPeriod } from '#ui/metric-query/period.ts'
import styles from './Reading.module.css'

/** An alarm in words: its condition, and each setting by its name. */
export function AlarmWords({ alarm }: { readonly alarm: MetricAlarm }) {
  return (
    <div className={styles.words}>
      <p className={styles.condition}>{conditionPhrase(alarm)}</p>
      <dl className={styles.settings}>
        {settingsOf(alarm).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

function settingsOf(alarm: MetricAlarm): readonly (readonly [string, string])[] {
  const metric = metricOf(alarm)
  const low = alarm.EvaluateLowSampleCountPercentile
  return [
    ...(metric === undefined ? [] : [['Metric', [...Object.values(metric.dimensions), metric.metricName].join(' · ')] as const]),
    ...(metric === undefined ? [] : [['Statistic', metric.statistic] as const]),
    ['Period', formatPeriod(periodOf(alarm))],
    ['Datapoints to alarm', `${datapointsToAlarm(alarm)} out of ${alarm.EvaluationPeriods}`],
    ['Missing data', missingDataPhrases[missingDataTreatment(alarm)]],
    ...(low === undefined ? [] : [['Percentiles with low samples', lowSamplePhrases[low]] as const]),
  ]
}
