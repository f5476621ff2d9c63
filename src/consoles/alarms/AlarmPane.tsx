import { memo, useCallback, useEffect, useMemo, useState, type KeyboardEvent, type ReactNode } from 'react'
import { createCloudWatchClient } from '#clients/cloudwatch.ts'
import { createWatchkeeperClient, WatchkeeperError } from '#clients/watchkeeper.ts'
import { checkAlarm, putMetricAlarmCommand } from '#languages/alarm/index.ts'
import { metricOf, type AlarmState, type MetricAlarm } from '#lib/alarm/alarm.ts'
import { evaluationStep } from '#lib/alarm/evaluation-step.ts'
import type { Replay } from '#lib/alarm/replay.ts'
import type { Millis, TimeRange } from '#lib/time.ts'
import type { Transport } from '#lib/transport.ts'
import { CopyButton } from '#ui/kit/CopyButton.tsx'
import { EmptyState } from '#ui/kit/EmptyState.tsx'
import { useMetrics } from '#ui/metric-query/use-metrics.ts'
import type { PaneOrigin } from '#ui/pane/full-console.ts'
import { FullConsoleLink } from '#ui/pane/FullConsoleLink.tsx'
import type { PaneProps } from '#ui/pane/pane-props.ts'
import { usePreferences } from '#ui/preferences.ts'
import { formatRange, zoneName } from '#ui/time-range/format-time.ts'
import { named } from './alarm-name.ts'
import { AlarmChart } from './AlarmChart.tsx'
import styles from './AlarmPane.module.css'
import { ExplainWhy } from './ExplainWhy.tsx'
import { unitOfStatistic } from './figure.ts'
import { statisticOf } from './form/alarm-choices.ts'
import { AlarmForm, type FormProblem } from './form/AlarmForm.tsx'
import { StateLegend } from './StateBand.tsx'
import { stateBefore } from './state-before.ts'
import { firstOfInterest } from './state-words.ts'
import { useMetric, type MetricRead } from './use-metric.ts'
import { useReplay, type ReplayState } from './use-replay.ts'

export type AlarmPaneProps = {
  readonly transport: Transport
  readonly base: string
  readonly account: string
  /** The time it is replayed over. */
  readonly range: TimeRange
  readonly alarm: MetricAlarm
  onAlarmChange(alarm: MetricAlarm): void
  /** Members that are not to be changed here. */
  readonly fixed?: readonly string[]
  /** Members that are not shown at all. */
  readonly hidden?: readonly string[]
  /** What really happened, `[onset, end)`. */
  readonly incidents?: readonly TimeRange[]
  readonly variant: PaneProps['variant']
  /** Stands beside the form: the Check button. */
  readonly actions?: ReactNode
  /** More problems of fields, from a verdict. */
  readonly problems?: readonly FormProblem[]
  onCheck?(): void
  readonly origin?: PaneOrigin | undefined
  /** Stands at the end of the title's line. */
  readonly aside?: ReactNode
  /** Behind the metric's name: which night this is. */
  readonly place?: ReactNode
  onReplay?(replay: Replay): void
}

const NONE: readonly never[] = []
/** On a slide chart, band, counts and the reason are to be seen at once. */
const SLIDE_HEIGHT = 150

/** An alarm set by form or by dragging its threshold, and what it would have done: when it was in which state, how often, and why. */
export function AlarmPane(props: AlarmPaneProps) {
  const { transport, base, account, range, alarm: given, onAlarmChange, incidents = NONE, variant, onReplay } = props
  const cloudwatch = useMemo(() => createCloudWatchClient({ transport, base, account }), [transport, base, account])
  const watchkeeper = useMemo(() => createWatchkeeperClient({ transport, base }), [transport, base])
  /** While the threshold is dragged its holder is not told: only the end of it is worth keeping. */
  const [dragged, setDragged] = useState<number>()
  const alarm = useMemo(() => (dragged === undefined ? given : { ...given, Threshold: dragged }), [given, dragged])
  const whole = useMemo(() => named(alarm), [alarm])
  const problems = useMemo(() => checkAlarm(whole), [whole])
  const metric = useMetric(cloudwatch, alarm, range)
  const unit = unitOfStatistic(metric.unit, statisticOf(alarm))
  const canReplay = problems.length === 0 && metricOf(alarm) !== undefined
  const state = useReplay(watchkeeper, { account, alarm: whole, range }, canReplay)
  const look = useLook(state.replay)
  useEffect(() => {
    if (state.replay !== undefined && !state.isStale) onReplay?.(state.replay)
    // Tells of each replay once.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [state.replay, state.isStale])
  const settle = useCallback(
    (value: number) => {
      setDragged(undefined)
      onAlarmChange({ ...given, Threshold: value })
    },
    [given, onAlarmChange],
  )
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !event.shiftKey || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return
    event.preventDefault()
    props.onCheck?.()
  }
  const isThresholdFixed = props.fixed?.includes('Threshold') ?? false
  return (
    // The shortcut works from anywhere in the pane; the button it stands for is in it.
    // A region and not a <section>: reveal.js takes every <section> on a slide for a slide of its own.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/prefer-tag-over-role
    <div role="region" aria-label="Alarm" className={styles.pane} data-variant={variant} data-keys="own" onKeyDown={keys}>
      <div className={styles.top}>
        <FormWithMetrics
          {...props}
          alarm={alarm}
          cloudwatch={cloudwatch}
          unit={unit}
          problems={[...problems, ...refusedBy(state.error), ...(props.problems ?? NONE)]}
        />
        {props.actions === undefined ? null : <div className={styles.actions}>{props.actions}</div>}
      </div>
      <div className={styles.shown}>
        <AlarmChart
          title={titleOf(alarm)}
          caption={
            <Caption
              alarm={given}
              range={range}
              place={props.place}
              origin={props.origin}
              aside={props.aside}
              isShort={variant === 'slide'}
            />
          }
          series={metric.series}
          unit={unit}
          range={range}
          alarm={alarm}
          incidents={incidents}
          replay={state.replay}
          isStale={state.isStale && problems.length > 0}
          selected={look.at}
          onSelect={look.choose}
          {...(variant === 'slide' ? { height: SLIDE_HEIGHT, isTableHidden: true } : {})}
          note={<Note alarm={whole} state={state} metric={metric} isRefused={problems.length > 0} hasIncidents={incidents.length > 0} />}
          {...(isThresholdFixed ? {} : { onThreshold: setDragged, onThresholdSettle: settle })}
        />
        <Why {...{ watchkeeper, account, state, look, unit }} isMoving={dragged !== undefined} />
      </div>
    </div>
  )
}

type Look = { readonly at: Millis | undefined; choose(at: Millis): void }

/** The moment that is looked at: the one chosen, else the first change to ALARM. */
function useLook(replay: Replay | undefined): Look {
  const [chosen, choose] = useState<Millis>()
  const isInside = chosen !== undefined && replay !== undefined && chosen >= replay.start && chosen < replay.end
  return { at: isInside ? chosen : replay && firstOfInterest(replay.stretches), choose }
}

type FormWithMetricsProps = AlarmPaneProps & {
  readonly cloudwatch: ReturnType<typeof createCloudWatchClient>
  readonly unit: string | undefined
  readonly problems: readonly FormProblem[]
}

/** The list of metrics is asked for only where one is to be chosen. */
function FormWithMetrics(props: FormWithMetricsProps) {
  const { fixed = NONE } = props
  const isMetricFixed = fixed.includes('MetricName')
  return isMetricFixed ? <Form {...props} metrics={undefined} /> : <FormWithList {...props} />
}

function FormWithList(props: FormWithMetricsProps) {
  const { task } = useMetrics(props.cloudwatch)
  return <Form {...props} metrics={task.value} />
}

const Form = ({
  alarm,
  onAlarmChange,
  fixed = NONE,
  hidden,
  problems,
  unit,
  metrics,
}: FormWithMetricsProps & Pick<Parameters<typeof AlarmForm>[0], 'metrics'>) => (
  <AlarmForm alarm={alarm} onChange={onAlarmChange} fixed={fixed} hidden={hidden} problems={problems} unit={unit} metrics={metrics} />
)

const refusedBy = (error: Error | undefined): readonly FormProblem[] => (error instanceof WatchkeeperError ? error.problems : [])

function titleOf(alarm: MetricAlarm): string {
  const metric = metricOf(alarm)
  if (metric === undefined) return alarm.AlarmName ?? 'The alarm'
  const of = Object.values(metric.dimensions).join(', ')
  return `${of === '' ? metric.namespace : of} · ${metric.metricName} ${metric.statistic}`
}

type CaptionProps = Pick<AlarmPaneProps, 'alarm' | 'range' | 'place' | 'origin' | 'aside'> & {
  /** Without the times, which the axis says. */
  readonly isShort: boolean
}

/** What is drawn, which night, and the ways out of the pane; of the alarm as it stood before a drag, so that it is not drawn again in each step. */
const Caption = memo(function Caption({ alarm, range, place, origin, aside, isShort }: CaptionProps) {
  const { zone } = usePreferences()
  return (
    <figcaption className={styles.caption}>
      <span>
        <strong>{titleOf(alarm)}</strong>{' '}
        <span className={styles.place}>
          {place}
          {place === undefined ? '' : ', '}
          {isShort ? '' : `${formatRange(range, zone)} `}
          {zoneName(zone, range.start)}
        </span>
      </span>
      <span className={styles.ways}>
        <FullConsoleLink console="cloudwatch/alarms/create" origin={origin} parameters={{ alarm: JSON.stringify(alarm) }} />
        {aside}
      </span>
    </figcaption>
  )
})

type NoteProps = {
  readonly alarm: MetricAlarm
  readonly state: ReplayState
  readonly metric: MetricRead
  readonly isRefused: boolean
  readonly hasIncidents: boolean
}

/** The counts under the band, or why there are none. */
function Note({ alarm, state, metric, isRefused, hasIncidents }: NoteProps) {
  const { replay, error } = state
  const isEmpty = metric.series !== undefined && metric.series.points.length === 0 && !metric.isReading
  return (
    <div className={styles.note}>
      <div className={styles.counts}>
        {replay === undefined ? null : <StateLegend replay={replay} hasIncidents={hasIncidents} />}
        <span className={styles.copy}>
          <CopyButton label="Copy as AWS CLI" text={() => putMetricAlarmCommand(alarm)} />
        </span>
      </div>
      <output className={styles.words}>
        {isRefused
          ? replay === undefined
            ? 'Nothing is replayed until the fields can be read.'
            : 'These are the states of the last alarm that could be read.'
          : ''}
        {metric.error === undefined ? '' : `The datapoints could not be read: ${metric.error.message}`}
        {isEmpty ? 'No datapoint of this metric in this time: an alarm on it sees missing data only.' : ''}
      </output>
      {error === undefined || refusedBy(error).length > 0 ? null : (
        <EmptyState kind="problem" title="The alarm could not be replayed">
          {error.message}
        </EmptyState>
      )}
    </div>
  )
}

type WhyProps = {
  readonly watchkeeper: ReturnType<typeof createWatchkeeperClient>
  readonly account: string
  readonly state: ReplayState
  readonly look: Look
  readonly unit: string | undefined
  /** The threshold is being dragged: the panel waits for its end. */
  readonly isMoving: boolean
}

/** Of the alarm that was replayed, so that band and panel never disagree. */
function Why({ watchkeeper, account, state: { replay, of }, look, unit, isMoving }: WhyProps) {
  const [kept, setKept] = useState<{ readonly alarm: MetricAlarm; readonly at: Millis; readonly before: AlarmState }>()
  const next =
    replay === undefined || of === undefined || look.at === undefined
      ? undefined
      : { alarm: of, at: look.at, before: stateBefore(replay, look.at, evaluationStep(of)) }
  if (!isMoving && next !== undefined && JSON.stringify(next) !== JSON.stringify(kept)) setKept(next)
  if (kept === undefined) return null
  return (
    <div className={styles.why} data-waiting={isMoving || undefined}>
      <ExplainWhy client={watchkeeper} account={account} {...kept} unit={unit} onMove={look.choose} />
    </div>
  )
}
