import { useEffect, useRef } from 'react'
import type { TailEvent } from '#clients/live-tail/live-tail.ts'
import { useTimes } from '#ui/cloudscape/use-times.ts'
import { LogText } from '#ui/log/LogText.tsx'
import { placesOf } from './highlight.ts'
import styles from './LiveTail.module.css'

type TailLinesProps = {
  readonly events: readonly TailEvent[]
  readonly terms: readonly string[]
  /** The groups differ, so each line names its own. */
  readonly areGroupsShown: boolean
}

/** Lines as they come, the newest at the end and in sight unless the reader has scrolled up. */
export function TailLines({ events, terms, areGroupsShown }: TailLinesProps) {
  const { exact } = useTimes()
  const list = useRef<HTMLUListElement>(null)
  const isAtEnd = useRef(true)
  useEffect(() => {
    if (isAtEnd.current && list.current) list.current.scrollTop = list.current.scrollHeight
  }, [events])
  return (
    // It scrolls, so the keys that scroll must reach it.
    <ul
      ref={list}
      className={styles.lines}
      aria-label="Events as they come"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
        isAtEnd.current = scrollTop + clientHeight >= scrollHeight - 24
      }}
    >
      {events.map(({ eventId, timestamp, message, logGroupName, logStreamName }) => (
        <li key={`${logGroupName} ${eventId}`}>
          <time>{exact(timestamp)}</time>
          {areGroupsShown ? <span className={styles.group}>{logGroupName}</span> : null}
          <LogText text={message} marks={placesOf(message, terms)} />
          <span className="visually-hidden"> in {logStreamName}</span>
        </li>
      ))}
    </ul>
  )
}
