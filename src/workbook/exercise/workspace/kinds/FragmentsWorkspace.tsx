import { assemble, takeApart } from '../../pieces/pieces.ts'
import { ExercisePane } from '../ExercisePane.tsx'
import { PieceLists } from '../../pieces/PieceLists.tsx'
import styles from '../Workspace.module.css'
import type { WorkspaceProps } from '../workspace-props.ts'

/** Fragments: pieces are put in order, and the text they make can be run at any time. */
export function FragmentsWorkspace(props: WorkspaceProps) {
  const { answer, setAnswer, drawing } = props.desk
  const { pieces } = drawing
  const text = answer.kind === 'text' ? answer.text : ''
  const order = takeApart(pieces, text) ?? []
  const change = (next: readonly number[]) => setAnswer({ kind: 'text', text: assemble(next.flatMap((index) => pieces[index] ?? [])) })
  return (
    <div className={styles.stack}>
      <PieceLists pieces={pieces} order={order} onChange={change} />
      <ExercisePane {...props} text={text} onTextChange={() => undefined} locked />
    </div>
  )
}
