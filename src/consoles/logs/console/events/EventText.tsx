import { LogText } from '#ui/log/LogText.tsx'
import { useTimes } from '#ui/cloudscape/use-times.ts'
import type { EventViewProps } from './event-view-props.ts'
import styles from './Events.module.css'
import { Marked } from './Marked.tsx'

/** Events one below the other, as they would stand in a file. */
export function EventText({ events, isWrapped, explanations, marked }: EventViewProps) {
  const { exact } = useTimes()
  return (
    // It scrolls, so the keys that scroll must reach it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <ul className={styles.lines} data-wrapped={isWrapped} aria-label="Log events" tabIndex={0}>
      {events.map(({ id, timestamp, message }) => (
        <li key={id} className={styles.line} data-marked={id === marked || undefined}>
          {id === marked ? <Marked /> : null}
          <time className={styles.time}>{exact(timestamp)}</time>
          <LogText text={message} marks={explanations.get(message)?.ranges ?? []} />
        </li>
      ))}
    </ul>
  )
}
