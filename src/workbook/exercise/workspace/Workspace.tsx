import { never } from '#lib/invariant.ts'
import { ConstructWorkspace } from './ConstructWorkspace.tsx'
import { FragmentsWorkspace } from './FragmentsWorkspace.tsx'
import { GapWorkspace } from './GapWorkspace.tsx'
import { PredictWorkspace } from './PredictWorkspace.tsx'
import { TextWorkspace } from './TextWorkspace.tsx'
import type { WorkspaceProps } from './workspace-props.ts'

/** The learner's side of an exercise, by its kind. */
export default function Workspace(props: WorkspaceProps) {
  const { kind } = props.desk.exercise
  switch (kind) {
    case 'write':
    case 'fix':
      return <TextWorkspace {...props} />
    case 'fill-gap':
      return <GapWorkspace {...props} />
    case 'fragments':
      return <FragmentsWorkspace {...props} />
    case 'predict-lines':
      return <PredictWorkspace {...props} />
    case 'construct':
      return <ConstructWorkspace {...props} />
    default:
      return never(kind)
  }
}
