import type { PaneResult } from '#ui/pane/pane-props.ts'
import { ExercisePane } from '../ExercisePane.tsx'
import type { WorkspaceProps } from '../workspace-props.ts'

/** Write and fix: the pane's editor is the answer. */
export function TextWorkspace(props: WorkspaceProps & { onRan?(result: PaneResult): void }) {
  const { answer, setAnswer } = props.desk
  return (
    <ExercisePane {...props} text={answer.kind === 'text' ? answer.text : ''} onTextChange={(text) => setAnswer({ kind: 'text', text })} />
  )
}
