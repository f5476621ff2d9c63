import { wordsOf } from '#grading/redaction/words.ts'
import type { MarkReport } from '#grading/verdict.ts'
import type { Checking } from '../../../desk/use-checking.ts'
import redact from '../../redact/Redact.module.css'
import { RedactedLine } from '../../redact/RedactedLine.tsx'
import { useMarking } from '../../redact/use-marking.ts'
import styles from '../../Workspace.module.css'
import type { WorkspaceProps } from '../../workspace-props.ts'

/** Redact: lines as they would be logged; the learner blacks out what must not be in them. */
export function RedactWorkspace({ desk, checking, checkButton }: WorkspaceProps) {
  const { lines = [] } = desk.drawing
  const marks = desk.answer.kind === 'marks' ? desk.answer.marks : []
  const words = lines.map(wordsOf)
  const marking = useMarking({ words, marks, onChange: (next) => desk.setAnswer({ kind: 'marks', marks: next }) })
  const reports = reportsOf(checking)
  return (
    <div className={styles.stack}>
      <section className={redact.lines} aria-label="Lines of the log">
        <p className={styles.says}>
          Mark what must not be logged: click or tap a word, drag across several; with the keyboard, arrows walk, Space marks, Shift and an
          arrow marks on.
        </p>
        {/* The keys walk among the words, which are buttons. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
        <ol onKeyDown={marking.onKeyDown}>
          {lines.map((text, line) => (
            <li key={line}>
              <RedactedLine
                text={text}
                line={line}
                words={words[line] ?? []}
                marking={marking}
                reports={reports.filter((report) => report.line === line)}
              />
            </li>
          ))}
        </ol>
      </section>
      <div className={styles.bar}>
        {checkButton}
        <output className={styles.count}>
          {marks.length} {marks.length === 1 ? 'piece' : 'pieces'} marked
        </output>
      </div>
    </div>
  )
}

function reportsOf({ judged }: Checking): readonly MarkReport[] {
  const verdict = judged?.verdict
  return verdict !== undefined && 'difference' in verdict && verdict.difference?.kind === 'marks' ? verdict.difference.pieces : []
}
