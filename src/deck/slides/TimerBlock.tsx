import { useState } from 'react'
import { Button } from '#ui/kit/Button.tsx'
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

type Run = { readonly endsAt: number } | { readonly left: number }

/** Counts the minutes of a task down, and on past nought: the room is late, not gone. */
export function TimerBlock({ minutes }: { readonly minutes: number }) {
  const whole = minutes * 60_000
  const [run, setRun] = useState<Run>({ left: whole })
  const isRunning = 'endsAt' in run
  const now = useNow(250, isRunning)
  const left = isRunning ? run.endsAt - now : run.left
  return (
    <div className={styles.timer}>
      <span className={styles.time} role="timer" aria-label="Time left" data-over={left < 0}>
        {countdown(left)}
      </span>
      <span className={styles.words}>{left < 0 ? 'over time' : isRunning ? 'left' : left === whole ? 'minutes' : 'paused'}</span>
      <span className={styles.actions}>
        <Button look="primary" onClick={() => setRun(isRunning ? { left } : { endsAt: wallClock.now() + run.left })}>
          {isRunning ? 'Pause' : left === whole ? `Start ${minutes} min` : 'Go on'}
        </Button>
        <Button onClick={() => setRun((was) => ('endsAt' in was ? { endsAt: was.endsAt + 60_000 } : { left: was.left + 60_000 }))}>
          +1 min
        </Button>
        {left !== whole && <Button onClick={() => setRun({ left: whole })}>Reset</Button>}
      </span>
    </div>
  )
}
