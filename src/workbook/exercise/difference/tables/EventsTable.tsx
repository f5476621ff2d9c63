import type { EventDifference, EventsDifference } from '#grading/verdict.ts'
import { MarkedText } from '../MarkedText.tsx'
import styles from '../Lines.module.css'

type EventsTableProps = {
  readonly difference: EventsDifference
  /** The learner ticked lines instead of writing a pattern. */
  readonly isReading: boolean
}

const ofPattern = { extra: 'Yours keeps it; it should not be kept.', missing: 'It should be kept; yours does not keep it.' }
const ofTicks = { extra: 'You ticked it; the pattern drops it.', missing: 'The pattern keeps it; you did not tick it.' }

/** The first event that was kept and should not have been, or the other way round, and why; the others folded. */
export function EventsTable({ difference, isReading }: EventsTableProps) {
  const [first, ...others] = difference.events
  const more = others.length + difference.folded
  const words = isReading ? ofTicks : ofPattern
  return (
    <div className={styles.figure}>
      <ul className={styles.lines}>{first !== undefined && <EventLine event={first} words={words} />}</ul>
      {others.length > 0 && (
        <details className={styles.rest}>
          <summary>{more === 1 ? 'One more line' : `${more} more lines`}</summary>
          <ul className={styles.lines}>
            {others.map((event) => (
              <EventLine key={event.eventId} event={event} words={words} />
            ))}
          </ul>
          {difference.folded > 0 && <p className={styles.more}>and {difference.folded} more like these</p>}
        </details>
      )}
    </div>
  )
}

/** Why, once where both say the same. */
function Reasons({ event: { yourReason: yours, expectedReason: expected } }: { readonly event: EventDifference }) {
  if (yours === undefined || expected === undefined || yours === expected) {
    const only = yours ?? expected
    return only === undefined ? null : <p className={styles.reason}>{only}</p>
  }
  return (
    <>
      <p className={styles.reason}>Yours: {yours}</p>
      <p className={styles.reason}>What was asked for: {expected}</p>
    </>
  )
}

function EventLine({ event, words }: { readonly event: EventDifference; readonly words: typeof ofPattern }) {
  return (
    <li>
      <p className={styles.word}>{words[event.state]}</p>
      <code>
        <MarkedText text={event.message} ranges={event.ranges} />
      </code>
      <Reasons event={event} />
    </li>
  )
}
