import type { EventsDifference } from '#grading/verdict.ts'
import { MarkedText } from './MarkedText.tsx'
import styles from './Lines.module.css'

const words = { extra: 'Yours keeps it; it should not be kept.', missing: 'It should be kept; yours does not keep it.' }

/** The first events that were kept and should not have been, or the other way round, and why. */
export function EventsTable({ difference }: { readonly difference: EventsDifference }) {
  return (
    <div className={styles.figure}>
      <ul className={styles.lines}>
        {difference.events.map((event) => (
          <li key={event.eventId}>
            <p className={styles.word}>{words[event.state]}</p>
            <code>
              <MarkedText text={event.message} ranges={event.ranges} />
            </code>
            {event.yourReason !== undefined && <p className={styles.reason}>{event.yourReason}</p>}
            {event.expectedReason !== undefined && event.expectedReason !== event.yourReason && (
              <p className={styles.reason}>{event.expectedReason}</p>
            )}
          </li>
        ))}
      </ul>
      {difference.folded > 0 && <p className={styles.more}>and {difference.folded} more</p>}
    </div>
  )
}
