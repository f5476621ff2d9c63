import type { ChoicesDifference } from '#grading/verdict.ts'
import { OutcomeLine } from './OutcomeLine.tsx'
import styles from './OutcomeLine.module.css'

/** Which questions are right; what a wrong choice gives, and never the right one. */
export function ChoicesList({ difference }: { readonly difference: ChoicesDifference }) {
  return (
    <ul className={styles.list}>
      {difference.questions.map(({ question, chosen, isRight, value }) => (
        <OutcomeLine key={question} isRight={isRight}>
          <p>{question}</p>
          <p className={styles.why}>
            {chosen === null ? 'nothing is chosen' : <strong>{chosen}</strong>}
            {value === undefined ? '' : ` gives ${value}`}
          </p>
        </OutcomeLine>
      ))}
    </ul>
  )
}
