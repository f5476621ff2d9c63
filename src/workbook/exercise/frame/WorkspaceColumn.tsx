import { lazy, Suspense, useEffect } from 'react'
import type { Diagnostic } from '#lib/text/diagnostic.ts'
import type { TextRange } from '#lib/text/text-range.ts'
import controls from '#ui/theme/controls.module.css'
import { useHashQuery } from '../../location.ts'
import { readView, writeView } from '../../pane-view.ts'
import { CheckButton } from './CheckButton.tsx'
import type { ExerciseParts } from '../exercise-parts.ts'
import type { Judged } from '../desk/use-checking.ts'
import type { Desk } from '../desk/use-desk.ts'
import { useWorld } from '../desk/use-world.ts'
import { subjects } from '../subjects.ts'
import { WorkspaceSkeleton } from './WorkspaceSkeleton.tsx'
import styles from './WorkspaceColumn.module.css'

const loadWorkspace = () => import('../workspace/Workspace.tsx')
const Workspace = lazy(loadWorkspace)

type WorkspaceColumnProps = ExerciseParts & { readonly runRequest: number; readonly goTo: TextRange | undefined }

/** The learner's side: the world opens while the task is read. */
export function WorkspaceColumn({ desk, checking, nights, isNarrow, runRequest, goTo }: WorkspaceColumnProps) {
  const words = subjects[desk.drawing.language]
  const state = useWorld(desk.drawing.world)
  const [query, changeQuery] = useHashQuery()
  // the parts come while the world is made, not after it
  useEffect(() => void loadWorkspace(), [])
  if (state.kind === 'failed') {
    return (
      <div className={styles.failed} role="alert">
        <h2>{words.unopened}</h2>
        <p>{state.message}</p>
        <button type="button" className={controls.button} onClick={state.retry}>
          Try again
        </button>
      </div>
    )
  }
  if (state.kind === 'opening') return <WorkspaceSkeleton words={words.making} part={state.part} />
  if (!desk.ready) return <WorkspaceSkeleton />
  return (
    <div className={styles.column}>
      <Suspense fallback={<WorkspaceSkeleton />}>
        <Workspace
          key={desk.number}
          desk={desk}
          checking={checking}
          nights={nights}
          cloud={state.cloud}
          world={state.world}
          view={readView(query)}
          onViewChange={(view) => changeQuery(writeView(view))}
          runRequest={runRequest}
          goTo={goTo}
          diagnostics={problemsOf(checking.judged, desk)}
          checkButton={isNarrow ? undefined : <CheckButton checking={checking} />}
        />
      </Suspense>
    </div>
  )
}

/** A verdict's problems, as long as the text is the one it was given on. */
function problemsOf(judged: Judged | undefined, desk: Desk): readonly Diagnostic[] {
  if (judged === undefined || judged.answer.kind !== 'text' || desk.answer.kind !== 'text') return []
  if (judged.answer.text !== desk.answer.text) return []
  const { verdict } = judged
  return verdict.kind === 'parse-error' || verdict.kind === 'misconception' ? (verdict.diagnostics ?? []) : []
}
