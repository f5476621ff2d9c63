import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useEffect, useId } from 'react'
import type { WatchkeeperClient } from '#clients/watchkeeper.ts'
import type { AlarmState, MetricAlarm } from '#lib/alarm/alarm.ts'
import { evaluationStep } from '#lib/alarm/evaluation-step.ts'
import type { AlarmExplanation, Slot } from '#lib/alarm/replay.ts'
import type { Millis } from '#lib/time.ts'
import { Button } from '#ui/kit/Button.tsx'
import { Disclosure } from '#ui/kit/Disclosure.tsx'
import { Skeleton } from '#ui/kit/Progress.tsx'
import { useWait } from '#ui/kit/use-wait.ts'
import { useTask } from '#ui/pane/use-task.ts'
import { usePreferences, type Zone } from '#ui/preferences.ts'
import { zoneName } from '#ui/time-range/format-time.ts'
import { formatValue } from './figure.ts'
import { clockTime, stateWords } from './state-words.ts'
import styles from './ExplainWhy.module.css'

export type ExplainWhyProps = {
  readonly client: WatchkeeperClient
  readonly account: string
  readonly alarm: MetricAlarm
  /** The evaluation that is explained. */
  readonly at: Millis
  /** The state it found. */
  readonly before: AlarmState
  /** Behind every value: `ms`. */
  readonly unit?: string | undefined
  /** Goes to another evaluation; no buttons without it. */
  onMove?(at: Millis): void
  readonly headingLevel?: 2 | 3
}

/** Why an alarm is in its state: what each period held, which of them counted, and what would change it. */
export function ExplainWhy(props: ExplainWhyProps) {
  const { client, account, alarm, at, before } = props
  const { task, start } = useTask<AlarmExplanation>()
  const key = JSON.stringify(alarm)
  useEffect(() => {
    start((signal) => client.explainAlarm({ account, alarm, at, before }, signal))
    // the key says all there is in the alarm
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [start, client, account, key, at, before])
  const wait = useWait(task.status === 'running' && task.value === undefined)
  if (task.status === 'failed') {
    return (
      <div className={styles.panel}>
        <p>This moment cannot be explained: {task.error?.message}</p>
      </div>
    )
  }
  if (task.value === undefined) return wait === 'none' ? null : <Skeleton rows={4} />
  return <ExplanationPanel {...props} explanation={task.value} />
}

type ExplanationPanelProps = Pick<ExplainWhyProps, 'alarm' | 'unit' | 'onMove' | 'headingLevel'> & {
  readonly explanation: AlarmExplanation
}

/** An explanation that is there already. */
export function ExplanationPanel({ alarm, unit, onMove, headingLevel = 2, explanation }: ExplanationPanelProps) {
  const { zone } = usePreferences()
  const title = useId()
  const { at, after, before, says, reason, next } = explanation
  const Heading = `h${headingLevel}` as const
  const step = evaluationStep(alarm)
  return (
    // A region and not a <section>: reveal.js takes every <section> on a slide for a slide of its own.
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
    <div role="region" className={styles.panel} aria-labelledby={title}>
      <div className={styles.head}>
        <Heading id={title} className={styles.title}>
          {question(after, clockTime(at, zone))}
        </Heading>
        {onMove === undefined ? null : (
          <span className={styles.moves}>
            <Button
              look="quiet"
              size="small"
              aria-label="One evaluation back"
              title="One evaluation back"
              onClick={() => onMove(at - step)}
            >
              <IconChevronLeft size={18} stroke={1.8} aria-hidden="true" />
            </Button>
            <Button look="quiet" size="small" aria-label="One evaluation on" title="One evaluation on" onClick={() => onMove(at + step)}>
              <IconChevronRight size={18} stroke={1.8} aria-hidden="true" />
            </Button>
          </span>
        )}
      </div>
      <Slots slots={explanation.slots} zone={zone} unit={unit} />
      <div className={styles.says} aria-live="polite">
        {says.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {before === after ? <p>It was {stateWords[before]} before, and stays so.</p> : null}
        {next === undefined ? null : (
          <p>
            If no further datapoint came, it would change to {stateWords[next.to]} at {clockTime(next.at, zone)} {zoneName(zone, next.at)}.
          </p>
        )}
      </div>
      {reason === undefined ? null : (
        <Disclosure summary="As AWS words it">
          <p className={styles.reason}>{reason}</p>
        </Disclosure>
      )}
    </div>
  )
}

const question = (state: AlarmState, time: string): string =>
  state === 'ALARM'
    ? `Why is it in alarm at ${time}?`
    : state === 'OK'
      ? `Why is it OK at ${time}?`
      : `Why has it insufficient data at ${time}?`

const MOST_SLOTS = 16

type SlotsProps = { readonly slots: readonly Slot[]; readonly zone: Zone; readonly unit: string | undefined }

function Slots({ slots, zone, unit }: SlotsProps) {
  const older = slots.slice(0, -MOST_SLOTS)
  return (
    <>
      {older.length === 0 ? null : (
        <Disclosure summary={`${older.length} older ${older.length === 1 ? 'period' : 'periods'}`}>
          <SlotCards slots={older} zone={zone} unit={unit} />
        </Disclosure>
      )}
      <SlotCards slots={slots.slice(-MOST_SLOTS)} zone={zone} unit={unit} />
    </>
  )
}

function SlotCards({ slots, zone, unit }: SlotsProps) {
  return (
    <ol className={styles.slots} aria-label="The periods looked at, oldest first">
      {slots.map((slot) => (
        <li key={slot.start} className={styles.slot} data-look={lookOf(slot)} data-used={slot.role === 'not used' ? undefined : true}>
          <span className={styles.value}>{slot.value === null ? 'no data' : formatValue(slot.value, unit)}</span>
          <span className={styles.time}>{clockTime(slot.start, zone)} </span>
          <span>{roleWords(slot)}</span>
        </li>
      ))}
    </ol>
  )
}

const lookOf = ({ value, role, isBreaching }: Slot): 'gap' | 'breaching' | 'fine' | 'few' => {
  if (role === 'too few samples') return 'few'
  if (role === 'filled' || value !== null) return isBreaching ? 'breaching' : 'fine'
  return 'gap'
}

function roleWords({ role, value, isBreaching, sampleCount }: Slot): string {
  switch (role) {
    case 'counts':
      return value === null ? 'no data, counts' : isBreaching ? 'counts: breaches' : 'counts: does not breach'
    case 'filled':
      return isBreaching ? 'filled in as breaching' : 'filled in as not breaching'
    case 'too few samples':
      return sampleCount === undefined ? 'too few samples' : `${sampleCount} ${sampleCount === 1 ? 'sample' : 'samples'}: too few`
    case 'not used':
      return 'not used'
  }
}
