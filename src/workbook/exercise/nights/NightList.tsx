import { useMemo } from 'react'
import { useReplayOf } from '#consoles/alarms/use-replay-of.ts'
import type { Night } from '#grading/exercise.ts'
import { scoreNight } from '#grading/nights/score.ts'
import type { MetricAlarm } from '#lib/alarm/alarm.ts'
import type { Transport } from '#lib/transport.ts'
import { Button } from '#ui/kit/Button.tsx'
import type { Desk } from '../desk/use-desk.ts'
import { NightLine } from './NightLine.tsx'
import styles from './Nights.module.css'
import type { Nights, NightWorld } from './use-nights.ts'

/** The nights that are shown, each with what the alarm as it stands would have done; Look puts one into the pane. */
export function NightList({ desk, nights }: { readonly desk: Desk; readonly nights: Nights }) {
  const alarm = desk.answer.kind === 'alarm' ? desk.answer.alarm : nights.alarm.start
  return (
    <ul className={styles.nights} aria-label="The nights you can see">
      {nights.alarm.nights.map((night, at) => (
        <ShownNight key={at} number={at + 1} night={night} world={nights.worlds[at]} alarm={alarm} nights={nights} />
      ))}
    </ul>
  )
}

type ShownNightProps = {
  readonly number: number
  readonly night: Night
  readonly world: NightWorld | undefined
  readonly alarm: MetricAlarm
  readonly nights: Nights
}

const noTransport: Transport = () => Promise.reject(new Error('the world of this night is not made yet'))

function ShownNight({ number, night, world, alarm, nights }: ShownNightProps) {
  const open = world?.kind === 'open' ? world : undefined
  const { replay, of, isStale, error } = useReplayOf({
    transport: open?.cloud.transport ?? noTransport,
    base: open?.cloud.base ?? 'http://localhost/',
    account: open?.world.account,
    alarm,
    range: night.range,
  })
  const { delay } = nights.alarm
  const report = useMemo(
    () => (replay === undefined || of === undefined ? undefined : scoreNight(night, false, of, replay, delay)),
    [night, of, replay, delay],
  )
  const isShown = nights.shown === number - 1
  const title = `Night ${number}: ${night.title}`
  return (
    <NightLine
      title={title}
      report={error === undefined && !isStale ? report : undefined}
      words={waitingWords(world, error)}
      isShown={isShown}
    >
      <Button size="small" aria-label={`Look at night ${number}`} aria-pressed={isShown} onClick={() => nights.show(number - 1)}>
        Look
      </Button>
    </NightLine>
  )
}

function waitingWords(world: NightWorld | undefined, error: Error | undefined): string {
  switch (world?.kind) {
    case 'opening':
      return `being made: ${Math.floor(world.part * 100)} of 100 parts`
    case 'failed':
      return `did not open: ${world.message}`
    case 'open':
      return error === undefined ? '' : 'cannot be replayed'
    default:
      return 'to be made next'
  }
}
