import type { Pass } from '#grading/verdict.ts'
import { Prose } from '#ui/prose/Prose.tsx'
import { DifferenceView } from '../difference/DifferenceView.tsx'
import styles from './VerdictPanel.module.css'
import { Worked } from './Worked.tsx'

/** What is worth knowing after a pass: notes, our solution and another way, what to take home. */
export function PassDetails({
  verdict,
  language,
  isReading,
}: {
  readonly verdict: Pass
  readonly language: string
  readonly isReading: boolean
}) {
  const { notes, solution, alternative, after, difference } = verdict
  return (
    <>
      {notes.length > 0 && (
        <ul className={styles.notes}>
          {notes.map((note) => (
            <li key={note.message}>{note.message}</li>
          ))}
        </ul>
      )}
      {difference !== undefined && <DifferenceView difference={difference} isReading={isReading} />}
      <Prose prose={after} headingLevel={3} className={styles.after} />
      {solution !== undefined && <Worked title="Our way" language={language} text={solution.text} why={solution.why} />}
      {alternative !== undefined && <Worked title="Another way" language={language} text={alternative.text} why={alternative.why} />}
    </>
  )
}
