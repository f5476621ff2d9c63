import { useState, type KeyboardEvent } from 'react'
import type { Exercise } from '#grading/exercise.ts'
import type { Place } from '../course.ts'
import styles from './ExercisePage.module.css'
import { PhoneBar } from './PhoneBar.tsx'
import { PromptColumn } from './PromptColumn.tsx'
import { SplitView } from './SplitView.tsx'
import { UnitBar } from './UnitBar.tsx'
import { useChecking } from './use-checking.ts'
import { useDesk } from './use-desk.ts'
import { useHints } from './use-hints.ts'
import { useNarrow } from './use-narrow.ts'
import { announcement } from './verdict/say.ts'
import { WorkspaceColumn } from './WorkspaceColumn.tsx'

/** An exercise: the task on the left, the learner's side on the right, the unit at the foot. */
export function ExercisePage({ place, exercise }: { readonly place: Place; readonly exercise: Exercise }) {
  const desk = useDesk(exercise)
  const checking = useChecking(desk)
  const hints = useHints(desk)
  const isNarrow = useNarrow()
  const [runRequest, setRunRequest] = useState(0)
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !event.shiftKey || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return
    event.preventDefault()
    checking.check()
  }
  const parts = { place, desk, checking, hints, isNarrow, onRun: () => setRunRequest((count) => count + 1) }
  return (
    // The shortcut works from anywhere on the page; the button it stands for is on it.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={styles.page} onKeyDown={keys}>
      <SplitView left={<PromptColumn {...parts} />} right={<WorkspaceColumn {...parts} runRequest={runRequest} />} />
      <UnitBar place={place} />
      {isNarrow && <PhoneBar {...parts} />}
      <output className="visually-hidden">{checking.judged === undefined ? '' : announcement(checking.judged.verdict)}</output>
    </div>
  )
}
