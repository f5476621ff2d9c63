import { useState } from 'react'
import { Button } from '#ui/kit/Button.tsx'
import { isRunning, timeLeft, timerControls, type Timer, type TimerControls } from '#deck/session/timer.ts'
import { useNow, wallClock } from '#deck/session/use-now.ts'
import styles from './TimerBlock.module.css'

/** Minutes and seconds, `4:05`; hours only where there are any. */
export function countdown(milliseconds: number): string {
  const seconds = Math.ceil(Math.abs(milliseconds) / 1000)
  const two = (value: number): string => String(value).padStart(2, '0')
  const hours = Math.floor(seconds / 3600)
  const rest = `${hours > 0 ? two(Math.floor(seconds / 60) % 60) : Math.floor(seconds / 60)}:${two(seconds % 60)}`
  return `${milliseconds < 0 ? '+' : ''}${hours > 0 ? `${hours}:` : ''}${rest}`
}

type TimerBlockProps = {
  readonly minutes: number
  /** The session's timer; without one the block has a timer of its own. */
  readonly shared?: TimerControls | undefined
}

/** Counts the minutes of a task down, and on past nought: the room is late, not gone. */
export function TimerBlock({ minutes, shared }: TimerBlockProps) {
  const [own, setOwn] = useState<Timer>()
  return <TimerView minutes={minutes} {...(shared ?? timerControls(minutes, own, wallClock.now, setOwn))} />
}

function TimerView({ minutes, timer, isWhole, onToggle, onAddMinute, onReset }: TimerControls & { readonly minutes: number }) {
  const runs = isRunning(timer)
  const now = useNow(250, runs)
  const left = timeLeft(timer, now)
  return (
    <div className={styles.timer}>
      <span className={styles.time} role="timer" aria-label="Time left" data-over={left < 0}>
        {countdown(left)}
      </span>
      <span className={styles.words}>{left < 0 ? 'over time' : runs ? 'left' : isWhole ? 'minutes' : 'paused'}</span>
      <span className={styles.actions}>
        <Button look="primary" onClick={onToggle}>
          {runs ? 'Pause' : isWhole ? `Start ${minutes} min` : 'Go on'}
        </Button>
        <Button onClick={onAddMinute}>+1 min</Button>
        {!isWhole && <Button onClick={onReset}>Reset</Button>}
      </span>
    </div>
  )
}
