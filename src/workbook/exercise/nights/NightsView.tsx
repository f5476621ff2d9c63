import { formatSpan } from '#consoles/alarms/state-words.ts'
import type { NightsDifference, NightsScore } from '#grading/verdict.ts'
import { NightLine } from './NightLine.tsx'
import styles from './Nights.module.css'

const often = (count: number): string =>
  count === 0 ? 'nobody for nothing' : count === 1 ? 'somebody once for nothing' : `somebody ${count} times for nothing`

const scoreWords = ({ caught, incidents, falsePages, medianDelay }: NightsScore): string =>
  `${caught} of ${incidents} incidents caught, ${often(falsePages)}${medianDelay === undefined ? '' : `, ${formatSpan(medianDelay)} to the page in the middle`}`

/** After a check: how the alarm did on all nights, and night by night on those nobody has seen; the others stand in the list above. */
export function NightsView({ difference }: { readonly difference: NightsDifference }) {
  const hidden = difference.nights.filter(({ isHidden }) => isHidden)
  return (
    <div className={styles.verdict}>
      <p className={styles.score}>
        On all {difference.nights.length} nights: {scoreWords(difference.yours)}.
      </p>
      {hidden.length === 0 ? null : (
        <>
          <p className={styles.note}>Nights you have not seen:</p>
          <ul className={styles.nights}>
            {hidden.map((night, at) => (
              <NightLine key={at} title={night.title} report={night} />
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
