import { AlarmPane } from '#consoles/alarms/AlarmPane.tsx'
import { Button } from '#ui/kit/Button.tsx'
import { EmptyState } from '#ui/kit/EmptyState.tsx'
import { WorkspaceSkeleton } from '../../frame/WorkspaceSkeleton.tsx'
import { fieldProblems } from '../field-problems.ts'
import type { WorkspaceProps } from '../workspace-props.ts'

const words = ['no', 'one', 'two', 'three', 'four', 'five', 'six']

/** An alarm: the form is the answer, and the night that is shown says what it would have done. */
export function AlarmWorkspace({ desk, checking, nights, checkButton }: WorkspaceProps) {
  if (nights === undefined) return null
  const { alarm: drawn, shown } = nights
  const night = drawn.nights[shown]
  const world = nights.worlds[shown]
  const title = `night ${shown + 1} of the ${words[drawn.nights.length] ?? drawn.nights.length} you can see`
  if (night === undefined || world === undefined || world.kind === 'waiting' || world.kind === 'opening') {
    return <WorkspaceSkeleton words={`Making night ${shown + 1}`} part={world?.kind === 'opening' ? world.part : undefined} />
  }
  if (world.kind === 'failed') {
    return (
      <EmptyState kind="problem" title={`Night ${shown + 1} did not open`} action={<Button onClick={world.retry}>Try again</Button>}>
        {world.message}
      </EmptyState>
    )
  }
  return (
    <AlarmPane
      variant="exercise"
      transport={world.cloud.transport}
      base={world.cloud.base}
      account={world.world.account}
      range={night.range}
      alarm={desk.answer.kind === 'alarm' ? desk.answer.alarm : drawn.start}
      onAlarmChange={(alarm) => desk.setAnswer({ kind: 'alarm', alarm })}
      fixed={drawn.fixed}
      incidents={night.incidents}
      actions={checkButton}
      problems={fieldProblems(checking, desk.answer)}
      onCheck={checking.check}
      place={title}
      origin={{
        account: world.world.account,
        world: night.world,
        of: `${desk.exercise.title}, night ${shown + 1}`,
        from: `/exercises/${desk.exercise.id}`,
      }}
    />
  )
}
