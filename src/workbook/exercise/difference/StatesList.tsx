import { clockTime, stateWords } from '#consoles/alarms/state-words.ts'
import type { StatesDifference } from '#grading/verdict.ts'
import { usePreferences } from '#ui/preferences.ts'
import { OutcomeLine } from './OutcomeLine.tsx'
import styles from './OutcomeLine.module.css'

/** Moment by moment: what was marked, what was, and why. */
export function StatesList({ difference }: { readonly difference: StatesDifference }) {
  const { zone } = usePreferences()
  return (
    <ul className={styles.list}>
      {difference.moments.map(({ at, yours, truth, why }) => (
        <OutcomeLine key={at} isRight={yours === truth}>
          <p>
            <strong>{clockTime(at, zone)}</strong> {stateWords[truth]}
            {yours === truth ? '' : `; you marked ${stateWords[yours]}`}
          </p>
          {yours === truth ? null : <p className={styles.why}>{why}</p>}
        </OutcomeLine>
      ))}
    </ul>
  )
}
