import IconArrowRight from '@tabler/icons-react/icons/IconArrowRight'
import { lazy, Suspense, useEffect, useRef, type ReactNode } from 'react'
import type { Answer } from '#grading/exercise.ts'
import controls from '#ui/theme/controls.module.css'
import { exercisePath } from '../../course.ts'
import { hrefTo } from '../../location.ts'
import type { ExerciseParts } from '../exercise-parts.ts'
import styles from './Feedback.module.css'
import type { Judged } from '../desk/use-checking.ts'
import { toneOf } from '../verdict/say.ts'

const VerdictPanel = lazy(async () => ({ default: (await import('../verdict/VerdictPanel.tsx')).VerdictPanel }))
const HintLadder = lazy(async () => ({ default: (await import('../hints/HintLadder.tsx')).HintLadder }))

/** The verdict and the hints, in a place of their own. */
export function Feedback(parts: ExerciseParts & { readonly aside?: ReactNode }) {
  const { desk, checking, hints, place, aside } = parts
  const { judged } = checking
  const slot = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // the title is enough: the task beside it stays where it is
    slot.current?.querySelector('h2')?.scrollIntoView({ block: 'nearest' })
  }, [judged])
  const drawAgain = (number: number) => {
    checking.dismiss()
    desk.draw(number)
  }
  return (
    <Suspense>
      <div ref={slot} className={styles.slot}>
        {judged !== undefined && (
          <>
            <VerdictPanel
              key={judged.turn}
              verdict={judged.verdict}
              subject={desk.drawing.language}
              text={judged.answer.kind === 'text' ? judged.answer.text : ''}
              isReading={judged.answer.kind === 'lines'}
              onGo={parts.onGo}
              onDrawAgain={drawAgain}
              aside={aside}
            />
            <After judged={judged} answer={desk.answer} />
          </>
        )}
        {judged?.verdict.kind === 'pass' && place.next !== undefined && (
          <a className={`${controls.button} ${styles.next}`} href={hrefTo(exercisePath(place.next.id))}>
            Next: {place.next.title}
            <IconArrowRight size={18} stroke={1.8} aria-hidden />
          </a>
        )}
      </div>
      {(hints.shown.length > 0 || hints.isEnd) && <HintLadder hints={hints} language={desk.drawing.language} onDrawAgain={drawAgain} />}
    </Suspense>
  )
}

function After({ judged, answer }: { readonly judged: Judged; readonly answer: Answer }) {
  const isStale = JSON.stringify(judged.answer) !== JSON.stringify(answer)
  const tone = toneOf(judged.verdict)
  if (isStale) return <p className={styles.note}>Your answer has changed since this was said.</p>
  return tone === 'close' ? <p className={styles.note}>Wrong answers cost nothing here.</p> : null
}
