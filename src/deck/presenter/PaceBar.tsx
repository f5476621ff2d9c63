import type { Pace } from '#deck/session/pace.ts'
import styles from './PaceBar.module.css'

const clockTime = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })

type PaceBarProps = {
  readonly now: number
  /** Minutes of talk so far. */
  readonly elapsed: number
  readonly sessionMinutes: number
  readonly pace: Pace
  readonly hasStarted: boolean
}

/** `7 min behind the plan` in words; on time within a minute. */
export function paceWords({ behind, plannedTotal }: Pace, hasStarted: boolean, sessionMinutes: number): string {
  if (!hasStarted) {
    const over = Math.ceil(plannedTotal - sessionMinutes)
    return over > 0 ? `the plan is ${over} min longer than the session` : `${Math.round(plannedTotal)} min planned`
  }
  if (behind >= 1) return `${Math.floor(behind)} min behind the plan`
  return behind <= -1 ? `${Math.floor(-behind)} min ahead of the plan` : 'on time'
}

/** The clock, the session's end, and how the talk goes against the plan of its slides. */
export function PaceBar({ now, elapsed, sessionMinutes, pace, hasStarted }: PaceBarProps) {
  const total = Math.max(sessionMinutes, pace.plannedTotal, elapsed, 1)
  const percent = (minutes: number): string => `${Math.max(0, Math.min(100, (100 * minutes) / total))}%`
  const late = Math.max(0, pace.behind)
  const isLate = pace.behind >= 1 || (!hasStarted && pace.plannedTotal > sessionMinutes)
  return (
    <header className={styles.bar}>
      <span className={styles.clock} role="timer" aria-label="Time of talk">
        {talkTime(elapsed)}
      </span>
      <span className={styles.note}>
        of {sessionMinutes} min{hasStarted && ` · ends ${clockTime.format(now + (sessionMinutes - elapsed) * 60_000)}`}
      </span>
      <span className={styles.track} aria-hidden="true">
        <span className={styles.done} style={{ inlineSize: percent(elapsed - late) }} />
        <span className={styles.late} style={{ inlineSize: percent(late) }} />
      </span>
      <strong className={styles.words} data-late={isLate}>
        {paceWords(pace, hasStarted, sessionMinutes)}
      </strong>
      {hasStarted && pace.skip !== undefined && (
        <span className={styles.note}>
          suggest: skip “{pace.skip.title}” ({pace.skip.minutes} min)
        </span>
      )}
      <span className={styles.now}>{clockTime.format(now)}</span>
    </header>
  )
}

/** `10:42`, `1:10:42`. */
export function talkTime(minutes: number): string {
  const seconds = Math.floor(minutes * 60)
  const two = (value: number): string => String(value).padStart(2, '0')
  const hours = Math.floor(seconds / 3600)
  return `${hours > 0 ? `${hours}:` : ''}${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
}
