import type { ClaimDifference } from '#grading/verdict.ts'
import { OutcomeLine } from './OutcomeLine.tsx'
import styles from './OutcomeLine.module.css'

/** Which parts of a claim hold; what would be right stays to be found. */
export function ClaimList({ difference }: { readonly difference: ClaimDifference }) {
  return (
    <ul className={styles.list}>
      {difference.parts.map(({ part, isRight, says }) => (
        <OutcomeLine key={part} isRight={isRight}>
          <p>{says}</p>
        </OutcomeLine>
      ))}
    </ul>
  )
}
