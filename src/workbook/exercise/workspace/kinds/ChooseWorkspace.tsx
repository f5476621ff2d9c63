import { MetricsPane } from '#consoles/metrics/MetricsPane.tsx'
import type { ChoicesDifference } from '#grading/verdict.ts'
import { originOf } from '../../desk/origin-of.ts'
import type { Checking } from '../../desk/use-checking.ts'
import { Questions } from '../Questions.tsx'
import styles from '../Workspace.module.css'
import type { WorkspaceProps } from '../workspace-props.ts'

/** Choose: questions with their options, and the metrics to look the answers up in. */
export function ChooseWorkspace({ desk, checking, cloud, world, checkButton }: WorkspaceProps) {
  const { drawing, answer, setAnswer } = desk
  const { items = [] } = drawing
  const chosen = answer.kind === 'choices' ? answer.choices : []
  const choose = (index: number, option: string) =>
    setAnswer({ kind: 'choices', choices: items.map((_, at) => (at === index ? option : (chosen[at] ?? null))) })
  return (
    <div className={styles.stack}>
      <Questions items={items} chosen={chosen} outcome={outcomeOf(checking)} onChoose={choose} />
      <div className={styles.bar}>
        {checkButton}
        <output className={styles.count}>
          {chosen.filter((option) => option !== null).length} of {items.length} answered
        </output>
      </div>
      <MetricsPane
        variant="exercise"
        transport={cloud.transport}
        base={cloud.base}
        account={world.account}
        range={world.range}
        onCheck={checking.check}
        origin={originOf(desk, world)}
      />
    </div>
  )
}

function outcomeOf({ judged }: Checking): ChoicesDifference | undefined {
  const verdict = judged?.verdict
  return verdict !== undefined && 'difference' in verdict && verdict.difference?.kind === 'choices' ? verdict.difference : undefined
}
