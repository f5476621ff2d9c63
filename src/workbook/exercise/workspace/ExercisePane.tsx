import { isExerciseLanguage } from '#grading/exercise.ts'
import { invariant } from '#lib/invariant.ts'
import type { PaneResult } from '#ui/pane/pane-props.ts'
import { panes } from '../../panes.ts'
import { originOf } from '../desk/origin-of.ts'
import type { WorkspaceProps } from './workspace-props.ts'

type ExercisePaneProps = WorkspaceProps & {
  readonly text: string
  onTextChange(text: string): void
  readonly locked?: boolean
  onRan?(result: PaneResult): void
}

/** The slim pane of the exercise's language over the exercise's world. */
export function ExercisePane({ desk, checking, cloud, world, text, locked = false, ...props }: ExercisePaneProps) {
  const { language } = desk.drawing
  invariant(isExerciseLanguage(language), `cannot run ${desk.exercise.id}: ${language} is no language`)
  const Pane = panes[language]
  return (
    <Pane
      variant="exercise"
      transport={cloud.transport}
      base={cloud.base}
      account={world.account}
      groups={world.groups}
      range={world.range}
      text={text}
      onTextChange={props.onTextChange}
      locked={locked}
      diagnostics={props.diagnostics}
      actions={props.checkButton}
      view={props.view}
      origin={originOf(desk, world)}
      onViewChange={props.onViewChange}
      onCheck={checking.check}
      onRun={props.onRan}
      runRequest={props.runRequest}
      goTo={props.goTo}
    />
  )
}
