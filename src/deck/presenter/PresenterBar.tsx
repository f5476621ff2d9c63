import type { ReactNode } from 'react'
import { Button } from '#ui/kit/Button.tsx'
import { Kbd } from '#ui/kit/Kbd.tsx'
import type { TalkClock } from './use-talk-clock.ts'
import styles from './PresenterBar.module.css'

type PresenterBarProps = {
  onNext(): void
  onPrevious(): void
  onBlack(): void
  onFreeze(): void
  readonly isBlack: boolean
  readonly isFrozen: boolean
  readonly hasNext: boolean
  readonly hasPrevious: boolean
  readonly clock: TalkClock
  readonly poll: { readonly isHidden: boolean; toggle(): void } | undefined
  readonly stageLink: string
  readonly isConnected: boolean
  readonly children: ReactNode
}

/** What the presenter's keys do, as buttons, and whether a stage listens. */
export function PresenterBar(props: PresenterBarProps) {
  const { clock, poll } = props
  return (
    <footer className={styles.bar}>
      <Button look="primary" onClick={props.onNext} disabled={!props.hasNext} aria-keyshortcuts="ArrowRight">
        Next <span aria-hidden="true">→</span>
      </Button>
      <Button onClick={props.onPrevious} disabled={!props.hasPrevious} aria-keyshortcuts="ArrowLeft">
        <span aria-hidden="true">←</span> Back
      </Button>
      <Button onClick={props.onBlack} aria-pressed={props.isBlack} aria-keyshortcuts="b">
        Black <Kbd keys="B" />
      </Button>
      <Button
        onClick={props.onFreeze}
        aria-pressed={props.isFrozen}
        aria-keyshortcuts="f"
        title="The stage stays where it is while you look ahead"
      >
        {props.isFrozen ? 'Let go' : 'Freeze'} <Kbd keys="F" />
      </Button>
      {poll !== undefined && (
        <Button onClick={poll.toggle} aria-keyshortcuts="h">
          {poll.isHidden ? 'Reveal poll' : 'Hide poll'} <Kbd keys="H" />
        </Button>
      )}
      <span className={styles.gap} />
      <Button onClick={clock.toggle}>{clock.isRunning ? 'Stop the clock' : clock.hasStarted ? 'Go on' : 'Start the clock'}</Button>
      {clock.hasStarted && !clock.isRunning && <Button onClick={clock.reset}>Reset</Button>}
      {props.children}
      <output className={styles.state}>
        {props.isConnected ? (
          'Stage connected · this page may be closed and opened again'
        ) : (
          <>
            No stage is open ·{' '}
            <a href={props.stageLink} target="_blank" rel="noopener">
              open it
            </a>
          </>
        )}
      </output>
    </footer>
  )
}
