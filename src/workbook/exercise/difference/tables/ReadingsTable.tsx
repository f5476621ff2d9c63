import type { ReadingsDifference } from '#grading/verdict.ts'
import { MarkedText } from '../MarkedText.tsx'
import styles from '../Lines.module.css'

/** How each program read each line a learner wrote. */
export function ReadingsTable({ difference }: { readonly difference: ReadingsDifference }) {
  return (
    <ul className={styles.lines}>
      {difference.lines.map((line, index) => (
        <li key={index}>
          <code>{line.message}</code>
          {line.programs.map((program) => (
            <div key={program.name} className={styles.reading}>
              <p>
                <strong>{program.name}</strong> {program.keeps ? 'keeps it' : 'drops it'}
                {program.reason !== undefined && <span className={styles.reason}>: {program.reason}</span>}
              </p>
              {program.ranges.length > 0 && (
                <code>
                  <MarkedText text={line.message} ranges={program.ranges} />
                </code>
              )}
            </div>
          ))}
        </li>
      ))}
    </ul>
  )
}
