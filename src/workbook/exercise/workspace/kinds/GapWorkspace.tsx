import { ExercisePane } from '../ExercisePane.tsx'
import { emptyGaps, fill, fillings, fixedParts } from '../gaps.ts'
import styles from '../Workspace.module.css'
import type { WorkspaceProps } from '../workspace-props.ts'

/** Fill-gap: the frame stands fast, a gap takes any text, and the whole can be run at any time. */
export function GapWorkspace(props: WorkspaceProps) {
  const { answer, setAnswer, drawing } = props.desk
  const frame = drawing.start
  const text = answer.kind === 'text' ? answer.text : frame
  const gaps = (text === frame ? undefined : fillings(frame, text)) ?? emptyGaps(frame)
  const change = (index: number, value: string) =>
    setAnswer({
      kind: 'text',
      text: fill(
        frame,
        gaps.map((gap, at) => (at === index ? value : gap)),
      ),
    })
  return (
    <div className={styles.stack}>
      <section className={styles.bench} aria-label="Your answer">
        <p className={styles.says}>{gaps.length === 1 ? 'Fill the gap' : 'Fill the gaps'}</p>
        <pre className={styles.frame}>
          {fixedParts(frame).map((part, index) => (
            <span key={index}>
              {index > 0 && (
                <input
                  aria-label={gaps.length === 1 ? 'The gap' : `Gap ${index} of ${gaps.length}`}
                  value={gaps[index - 1] ?? ''}
                  style={{ width: `${Math.max(6, (gaps[index - 1] ?? '').length + 2)}ch` }}
                  spellCheck={false}
                  autoCapitalize="off"
                  autoComplete="off"
                  onChange={(event) => change(index - 1, event.target.value)}
                />
              )}
              {part}
            </span>
          ))}
        </pre>
      </section>
      <ExercisePane {...props} text={fill(frame, gaps)} onTextChange={() => undefined} locked />
    </div>
  )
}
