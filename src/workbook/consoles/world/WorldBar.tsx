import IconArrowLeft from '@tabler/icons-react/icons/IconArrowLeft'
import IconPlayerPause from '@tabler/icons-react/icons/IconPlayerPause'
import IconPlayerPlay from '@tabler/icons-react/icons/IconPlayerPlay'
import type { ReactNode } from 'react'
import { HOUR, MINUTE, type Millis, type TimeRange } from '#lib/time.ts'
import { usePreferences } from '#ui/preferences.ts'
import controls from '#ui/theme/controls.module.css'
import { formatLength, formatSeconds, zoneName } from '#ui/time-range/format-time.ts'
import type { WorldClock } from './use-world-clock.ts'
import styles from './WorldBar.module.css'

type WorldBarProps = {
  readonly whose: string
  readonly isKept: boolean
  readonly clock: WorldClock
  readonly range: TimeRange
  /** The page the reader came from. */
  readonly back: { readonly href: string; readonly title: string } | undefined
  /** What else can be done here. */
  readonly actions?: ReactNode
}

/** Ours, above every console: whose world it is, whether what is made there is kept, and its clock. */
export function WorldBar({ whose, isKept, clock, range, back, actions }: WorldBarProps) {
  return (
    <section className={styles.bar} aria-label="The world this console shows">
      {back === undefined ? null : (
        <a className={`${controls.button} ${controls.small}`} href={back.href}>
          <IconArrowLeft size={16} stroke={1.8} aria-hidden />
          {back.title}
        </a>
      )}
      <p className={styles.words}>
        <strong>{whose}</strong>{' '}
        <span className={styles.kept}>
          {isKept
            ? 'Alarms, dashboards, saved queries and metric filters are kept in this browser.'
            : 'What you make here is for trying: it is gone after a reload.'}
        </span>
      </p>
      {actions}
      <ClockControls clock={clock} range={range} />
    </section>
  )
}

const jumps: readonly Millis[] = [5 * MINUTE, 15 * MINUTE, HOUR]
const END = 'end'

function ClockControls({ clock, range }: Pick<WorldBarProps, 'clock' | 'range'>) {
  const { zone } = usePreferences()
  const { now, hasEnded, isRunning, isBusy } = clock
  const left = range.end - now
  const [date, time] = formatSeconds(now, zone).split(' ')
  const jump = (value: string) => clock.change({ action: 'jump', to: value === END ? range.end : now + Number(value) })
  return (
    <div className={styles.clock}>
      <span className={styles.now}>
        <span className="visually-hidden">The world’s time: </span>
        <time dateTime={new Date(now).toISOString()}>
          <span className={styles.date}>{date} </span>
          {time}
        </time>{' '}
        {zoneName(zone, now)}
      </span>
      {hasEnded ? (
        <span className={styles.state}>The episode has ended</span>
      ) : (
        <>
          <button
            type="button"
            className={`${controls.button} ${controls.small}`}
            disabled={isBusy}
            onClick={() => clock.change({ action: isRunning ? 'pause' : 'play' })}
          >
            {isRunning ? <IconPlayerPause size={16} stroke={1.8} aria-hidden /> : <IconPlayerPlay size={16} stroke={1.8} aria-hidden />}
            {isRunning ? 'Pause' : 'Play'}
          </button>
          <select
            className={styles.jump}
            aria-label="Let the world’s time jump"
            value=""
            disabled={isBusy}
            onChange={(event) => jump(event.target.value)}
          >
            <option value="" disabled>
              {isBusy ? 'Jumping…' : 'Jump…'}
            </option>
            {jumps
              .filter((length) => length < left)
              .map((length) => (
                <option key={length} value={length}>
                  {formatLength(length)} on
                </option>
              ))}
            <option value={END}>to the episode’s end</option>
          </select>
        </>
      )}
      {clock.error === undefined ? null : (
        <span role="alert" className={styles.problem}>
          The clock did not move: {clock.error.message}
        </span>
      )}
    </div>
  )
}
