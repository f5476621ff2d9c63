import { lazy, Suspense, type ComponentType } from 'react'
import type { ExerciseKind } from '#grading/exercise.ts'
import { WorkspaceSkeleton } from '../frame/WorkspaceSkeleton.tsx'
import { subjects } from '../subjects.ts'
import { TextWorkspace } from './kinds/TextWorkspace.tsx'
import type { WorkspaceProps } from './workspace-props.ts'

/** The learner's side, by the kind of exercise; all but the plain text come with the first exercise that has one. */
const workspaces: Readonly<Record<ExerciseKind, ComponentType<WorkspaceProps>>> = {
  write: TextWorkspace,
  'write-for-chart': lazy(async () => ({ default: (await import('./kinds/ChartWorkspace.tsx')).ChartWorkspace })),
  fix: TextWorkspace,
  'fill-gap': lazy(async () => ({ default: (await import('./kinds/GapWorkspace.tsx')).GapWorkspace })),
  fragments: lazy(async () => ({ default: (await import('./kinds/FragmentsWorkspace.tsx')).FragmentsWorkspace })),
  'predict-lines': lazy(async () => ({ default: (await import('./kinds/readings/PredictWorkspace.tsx')).PredictWorkspace })),
  construct: lazy(async () => ({ default: (await import('./kinds/ConstructWorkspace.tsx')).ConstructWorkspace })),
  alarm: lazy(async () => ({ default: (await import('./kinds/AlarmWorkspace.tsx')).AlarmWorkspace })),
  panel: lazy(async () => ({ default: (await import('./kinds/PanelWorkspace.tsx')).PanelWorkspace })),
  'predict-table': lazy(async () => ({ default: (await import('./kinds/readings/PredictTableWorkspace.tsx')).PredictTableWorkspace })),
  redact: lazy(async () => ({ default: (await import('./kinds/readings/RedactWorkspace.tsx')).RedactWorkspace })),
  investigate: lazy(async () => ({ default: (await import('./kinds/readings/InvestigateWorkspace.tsx')).InvestigateWorkspace })),
  'predict-state': lazy(async () => ({ default: (await import('./kinds/readings/PredictStateWorkspace.tsx')).PredictStateWorkspace })),
  sort: lazy(async () => ({ default: (await import('./kinds/SortWorkspace.tsx')).SortWorkspace })),
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
