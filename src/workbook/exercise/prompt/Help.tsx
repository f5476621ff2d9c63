import { useState } from 'react'
import controls from '#ui/theme/controls.module.css'
import { useHashQuery } from '../../location.ts'
import type { ExerciseParts } from '../exercise-parts.ts'
import { subjects } from '../subjects.ts'
import { AskHint } from '../hints/AskHint.tsx'
import styles from './Help.module.css'

type HelpProps = ExerciseParts & {
  /** What was asked for shows itself elsewhere on the page. */
  readonly onLeave?: () => void
}

/** The ways to get help, and to begin afresh; who has just been right is not asked what is wrong. */
export function Help(props: HelpProps) {
  const { desk, checking, hints } = props
  const isRight = checking.judged?.verdict.kind === 'pass'
  return (
    <>
      {desk.exercise.role !== 'transfer' && !isRight && <AskHint hints={hints} />}
      <Actions {...props} />
    </>
  )
}

function Actions({ desk, checking, onRun, onLeave }: HelpProps) {
  const [, changeQuery] = useHashQuery()
  const [undo, setUndo] = useState<() => void>()
  const { steps } = subjects[desk.drawing.language]
  const stepThrough = () => {
    changeQuery({ tab: 'steps' })
    onRun()
    onLeave?.()
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
      {steps !== undefined && desk.answer.kind === 'text' && (
        <button type="button" className={`${controls.button} ${controls.small}`} onClick={stepThrough}>
          {steps}
        </button>
      )}
      {undo === undefined ? (
        <button type="button" className={`${controls.quiet} ${controls.small}`} onClick={reset}>
          Reset this exercise
        </button>
      ) : (
        <button type="button" className={`${controls.quiet} ${controls.small}`} onClick={takeBack}>
          Undo the reset
        </button>
      )}
    </div>
  )
}
