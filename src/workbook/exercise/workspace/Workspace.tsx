import { lazy, Suspense, type ComponentType } from 'react'
import type { ExerciseKind } from '#grading/exercise.ts'
import { WorkspaceSkeleton } from '../frame/WorkspaceSkeleton.tsx'
import { subjects } from '../subjects.ts'
import { ConstructWorkspace } from './kinds/ConstructWorkspace.tsx'
import { FragmentsWorkspace } from './kinds/FragmentsWorkspace.tsx'
import { GapWorkspace } from './kinds/GapWorkspace.tsx'
import { PredictWorkspace } from './kinds/PredictWorkspace.tsx'
import { TextWorkspace } from './kinds/TextWorkspace.tsx'
import type { WorkspaceProps } from './workspace-props.ts'

/** The learner's side, by the kind of exercise; what draws charts comes with the first exercise that has one. */
const workspaces: Readonly<Record<ExerciseKind, ComponentType<WorkspaceProps>>> = {
  write: TextWorkspace,
  fix: TextWorkspace,
  'fill-gap': GapWorkspace,
  fragments: FragmentsWorkspace,
  'predict-lines': PredictWorkspace,
  construct: ConstructWorkspace,
  alarm: lazy(async () => ({ default: (await import('./kinds/AlarmWorkspace.tsx')).AlarmWorkspace })),
  panel: lazy(async () => ({ default: (await import('./kinds/PanelWorkspace.tsx')).PanelWorkspace })),
  'predict-state': lazy(async () => ({ default: (await import('./kinds/PredictStateWorkspace.tsx')).PredictStateWorkspace })),
  choose: lazy(async () => ({ default: (await import('./kinds/ChooseWorkspace.tsx')).ChooseWorkspace })),
}

/** The learner's side of an exercise, by its kind. */
export default function Workspace(props: WorkspaceProps) {
  const { exercise, drawing } = props.desk
  const Side = workspaces[exercise.kind]
  return (
    <Suspense fallback={<WorkspaceSkeleton words={subjects[drawing.language].making} />}>
      <Side {...props} />
    </Suspense>
  )
}
