import { useId } from 'react'
import { ColouredCode } from '#ui/prose/ColouredCode.tsx'
import { ReadingsTable } from '../../difference/tables/ReadingsTable.tsx'
import styles from '../Workspace.module.css'
import type { WorkspaceProps } from '../workspace-props.ts'

const wanted = {
  'A only': 'Write a line that A keeps and B does not.',
  'B only': 'Write a line that B keeps and A does not.',
  either: 'Write a line that one of them keeps and the other does not.',
}

/** Construct: two programs are given, and the learner writes a log line on which they differ. */
export function ConstructWorkspace({ desk, checking, checkButton }: WorkspaceProps) {
  const { answer, setAnswer, drawing } = desk
  const id = useId()
  const lines = answer.kind === 'construct' ? answer.lines : []
  const verdict = checking.judged?.verdict
  const readings =
    verdict !== undefined && 'difference' in verdict && verdict.difference?.kind === 'readings' ? verdict.difference : undefined
  return (
    <div className={styles.stack}>
      <section className={styles.bench} aria-label="The two programs">
        {drawing.given.map((given, index) => (
          <div key={index} className={styles.program}>
            <p className={styles.says}>{given.name ?? `Program ${index + 1}`}</p>
            <ColouredCode language={drawing.language} text={given.text} />
          </div>
        ))}
      </section>
      <section className={styles.bench} aria-label="Your answer">
        <label htmlFor={id} className={styles.says}>
          {wanted[drawing.differ ?? 'either']} One line of the text is one event.
        </label>
        <textarea
          id={id}
          className={styles.area}
          rows={Math.max(3, lines.length + 1)}
          value={lines.join('\n')}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          onChange={(event) => setAnswer({ kind: 'construct', lines: event.target.value === '' ? [] : event.target.value.split('\n') })}
        />
      </section>
      <div className={styles.bar}>{checkButton}</div>
      <section className={styles.readings} aria-label="How each of them read it">
        {readings === undefined ? (
          <p className={styles.says}>Check it, and you see how each of them reads your line.</p>
        ) : (
          <ReadingsTable difference={readings} />
        )}
      </section>
    </div>
  )
}
