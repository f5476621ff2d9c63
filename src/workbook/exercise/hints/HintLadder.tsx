import { useEffect, useRef } from 'react'
import { Prose } from '#ui/prose/Prose.tsx'
import { ColouredCode } from '#ui/prose/ColouredCode.tsx'
import type { Hints, ShownHint } from '../desk/use-hints.ts'
import styles from './HintLadder.module.css'

type HintLadderProps = { readonly hints: Hints; readonly language: string; readonly onDrawAgain: (number: number) => void }

/** The hints shown so far, the newest last and open. */
export function HintLadder({ hints, language, onDrawAgain }: HintLadderProps) {
  const { shown, isEnd } = hints
  const newest = useRef<HTMLLIElement>(null)
  useEffect(() => {
    newest.current?.scrollIntoView({ block: 'nearest' })
  }, [shown.length])
  return (
    <section className={styles.ladder} aria-label="Hints">
      <h2>{shown.length === 1 ? 'A hint' : 'Hints'}</h2>
      <ol aria-live="polite">
        {shown.map((step, index) => (
          <li key={step.hint.index} ref={index === shown.length - 1 ? newest : undefined}>
            <HintStep step={step} language={language} onDrawAgain={onDrawAgain} />
          </li>
        ))}
      </ol>
      {isEnd && <p className={styles.end}>{shown.length === 0 ? 'There is no hint for this one.' : 'That was the last of them.'}</p>}
    </section>
  )
}

type HintStepProps = { readonly step: ShownHint; readonly language: string; readonly onDrawAgain: (number: number) => void }

function HintStep({ step: { hint, thought }, language, onDrawAgain }: HintStepProps) {
  return (
    <>
      {thought !== '' && <p className={styles.thought}>You thought: {thought}</p>}
      {hint.state !== undefined && <p className={styles.state}>{hint.state}</p>}
      <Prose prose={hint.says} headingLevel={3} />
      {hint.worked !== undefined && (
        <div className={styles.worked}>
          <Prose prose={hint.worked.task} headingLevel={3} />
          <ColouredCode language={language} text={hint.worked.text} />
          <Prose prose={hint.worked.why} headingLevel={3} />
        </div>
      )}
      {hint.drawAgain !== undefined && (
        <button type="button" className={styles.again} onClick={() => hint.drawAgain !== undefined && onDrawAgain(hint.drawAgain)}>
          Solve it with other values
        </button>
      )}
    </>
  )
}
