import { PanelPane } from '#consoles/dashboards/PanelPane.tsx'
import { invariant } from '#lib/invariant.ts'
import { originOf } from '../../desk/origin-of.ts'
import { fieldProblems } from '../field-problems.ts'
import type { WorkspaceProps } from '../workspace-props.ts'

/** A panel: the editor with its picture is the answer. */
export function PanelWorkspace({ desk, checking, cloud, world, checkButton }: WorkspaceProps) {
  const { drawing, answer, setAnswer } = desk
  invariant(drawing.panel !== undefined, `cannot edit a panel: ${desk.exercise.id} has none`)
  return (
    <PanelPane
      variant="exercise"
      transport={cloud.transport}
      base={cloud.base}
      account={world.account}
      range={world.range}
      panel={answer.kind === 'panel' ? answer.panel : drawing.panel.start}
      onPanelChange={(panel) => setAnswer({ kind: 'panel', panel })}
      actions={checkButton}
      problems={fieldProblems(checking, answer)}
      onCheck={checking.check}
      origin={originOf(desk, world)}
    />
  )
}
