import Alert from '@cloudscape-design/components/alert'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useMemo, useState } from 'react'
import type { MetricAlarm } from '#lib/alarm/alarm.ts'
import { metricOf } from '#lib/alarm/alarm.ts'
import type { Millis } from '#lib/time.ts'
import { TimeRangeControl } from '#ui/cloudscape/TimeRangeControl.tsx'
import { useConsoleRange } from '#ui/console/use-console-range.ts'
import { AlarmChart } from '../../AlarmChart.tsx'
import { ExplainWhy } from '../../ExplainWhy.tsx'
import { unitOfStatistic } from '../../figure.ts'
import { statisticOf } from '../../form/alarm-choices.ts'
import { firstOfInterest, stretchIndexAt } from '../../state-words.ts'
import { useMetric } from '../../use-metric.ts'
import { useReplay } from '../../use-replay.ts'
import type { AlarmsPageProps } from '../alarms-page-props.ts'
import { settingsOf } from '../alarm-changes.ts'
import type { DescribedAlarm } from '#clients/cloudwatch.ts'

type AlarmGraphProps = AlarmsPageProps & { readonly alarm: DescribedAlarm }

/** An alarm's metric over the chosen time, the states its settings make of it, and why. */
export function AlarmGraph({ alarm, ...parts }: AlarmGraphProps) {
  const settings = useMemo(() => settingsOf(alarm), [alarm])
  return <SettingsGraph {...parts} settings={settings} />
}

type SettingsGraphProps = AlarmsPageProps & {
  readonly settings: MetricAlarm
  /** The settings as they stand are refused: nothing new is asked. */
  readonly isRefused?: boolean
  onThreshold?(value: number): void
}

/** The same of settings that are not an alarm yet. */
export function SettingsGraph({ console, cloudwatch, watchkeeper, settings, isRefused = false, onThreshold }: SettingsGraphProps) {
  const { account } = console
  const { chosen, range, choose } = useConsoleRange(console)
  const [dragged, setDragged] = useState<number>()
  const alarm = useMemo(() => (dragged === undefined ? settings : { ...settings, Threshold: dragged }), [settings, dragged])
  const metric = useMetric(cloudwatch, alarm, range)
  const canReplay = !isRefused && metricOf(alarm) !== undefined
  const state = useReplay(watchkeeper, { account, alarm, range }, canReplay)
  const [chosenAt, setChosenAt] = useState<Millis>()
  const unit = unitOfStatistic(metric.unit, statisticOf(alarm))
  const stretches = state.replay?.stretches ?? []
  const at = chosenAt ?? firstOfInterest(stretches)
  const before = at === undefined ? undefined : stretches[stretchIndexAt(stretches, at - 1)]?.state
  const settle = (value: number) => {
    setDragged(undefined)
    onThreshold?.(value)
  }
  return (
    <SpaceBetween size="m">
      <TimeRangeControl chosen={chosen} whole={console.range} now={console.now} onChoose={choose} />
      <AlarmChart
        title={alarm.MetricName ?? 'Metric'}
        caption="The band is what these settings make of the time shown, also from before the alarm was made."
        series={metric.series}
        unit={unit}
        range={range}
        alarm={alarm}
        replay={state.replay}
        isStale={state.isStale && isRefused}
        selected={at}
        onSelect={setChosenAt}
        {...(onThreshold === undefined ? {} : { onThreshold: setDragged, onThresholdSettle: settle })}
      />
      {metric.error === undefined ? null : <Alert type="error">{metric.error.message}</Alert>}
      {state.error === undefined ? null : <Alert type="warning">{state.error.message}</Alert>}
      {at === undefined || state.of === undefined || dragged !== undefined ? null : (
        <ExplainWhy
          client={watchkeeper}
          account={account}
          alarm={state.of}
          at={at}
          before={before ?? 'INSUFFICIENT_DATA'}
          unit={unit}
          onMove={setChosenAt}
        />
      )}
    </SpaceBetween>
  )
}
