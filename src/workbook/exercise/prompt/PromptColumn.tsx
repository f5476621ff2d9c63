import { useState } from 'react'
import controls from '#ui/theme/controls.module.css'
import { useHashQuery } from '../../location.ts'
import type { ExerciseParts } from '../exercise-parts.ts'
import { AskHint } from '../hints/AskHint.tsx'
import { Feedback } from './Feedback.tsx'
import { Prompt } from './Prompt.tsx'
import styles from './PromptColumn.module.css'

/** The task; what the check said below it; the ways to get help at the foot, where nothing pushes them. */
export function PromptColumn(parts: ExerciseParts) {
  const { place, desk, hints, isNarrow } = parts
  return (
    <div className={styles.column}>
      <div className={styles.scroll}>
        <Prompt place={place} desk={desk} />
        {!isNarrow && <Feedback {...parts} />}
      </div>
      {!isNarrow && (
        <div className={styles.foot}>
          {desk.exercise.role !== 'transfer' && <AskHint hints={hints} />}
          <FootActions {...parts} />
        </div>
      )}
    </div>
  )
}

function FootActions({ desk, checking, onRun }: ExerciseParts) {
  const [, changeQuery] = useHashQuery()
  const [undo, setUndo] = useState<() => void>()
  const hasSteps = desk.drawing.language === 'insights' && desk.answer.kind === 'text'
  const stepThrough = () => {
    changeQuery({ tab: 'steps' })
    onRun()
  }
  const reset = () => {
    const restore = desk.reset()
    checking.dismiss()
    setUndo(() => restore)
  }
  const takeBack = () => {
    undo?.()
    setUndo(undefined)
  }
  return (
    <div className={styles.actions}>
      {hasSteps && (
        <button type="button" className={`${controls.button} ${controls.small}`} onClick={stepThrough}>
          Step through my query
        </button>
      )}
      {undo === undefined ? (
        <button type="button" className={`${controls.quiet} ${controls.small}`} onClick={reset}>
          Reset this exercise
        </button>
      ) : (
        <button type="button" className={`${controls.quiet} ${controls.small}`} onClick={takeBack}>
          It is as new. Undo
        </button>
      )}
    </div>
  )
}
