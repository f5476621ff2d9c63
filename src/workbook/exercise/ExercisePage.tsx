import { useEffect, useEffectEvent, useState, type KeyboardEvent } from 'react'
import type { Exercise } from '#grading/exercise.ts'
import type { TextRange } from '#lib/text/text-range.ts'
import { useMedia } from '#ui/use-media.ts'
import type { Place } from '../course.ts'
import styles from './ExercisePage.module.css'
import { PhoneBar } from './frame/PhoneBar.tsx'
import { PromptColumn } from './prompt/PromptColumn.tsx'
import { SplitView } from './frame/SplitView.tsx'
import { UnitBar } from './frame/UnitBar.tsx'
import { useNights } from './nights/use-nights.ts'
import { useChecking, type Checking } from './desk/use-checking.ts'
import { useDesk } from './desk/use-desk.ts'
import { useHints } from './desk/use-hints.ts'
import { subjects } from './subjects.ts'
import { announcement, toneOf } from './verdict/say.ts'
import { WorkspaceColumn } from './frame/WorkspaceColumn.tsx'

/** One column, as on a phone; the style sheets of the page say the same. */
const ONE_COLUMN = '(max-width: 859px)'

/** An exercise: the task on the left, the learner's side on the right, the unit at the foot. */
export function ExercisePage({ place, exercise }: { readonly place: Place; readonly exercise: Exercise }) {
  const desk = useDesk(exercise)
  const checking = useChecking(desk)
  const hints = useHints(desk)
  const nights = useNights(desk)
  const isNarrow = useMedia(ONE_COLUMN)
  const [runRequest, setRunRequest] = useState(0)
  const [goTo, setGoTo] = useState<TextRange>()
  const run = () => setRunRequest((count) => count + 1)
  useRunWhenJudged(checking, run)
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !event.shiftKey || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return
    event.preventDefault()
    checking.check()
  }
  const parts = { place, desk, checking, hints, nights, isNarrow, onRun: run, onGo: ({ from, to }: TextRange) => setGoTo({ from, to }) }
  return (
    // The shortcut works from anywhere on the page; the button it stands for is on it.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={styles.page} onKeyDown={keys}>
      <SplitView left={<PromptColumn {...parts} />} right={<WorkspaceColumn {...parts} runRequest={runRequest} goTo={goTo} />} />
      <UnitBar place={place} />
      {isNarrow && <PhoneBar {...parts} />}
      <output className="visually-hidden">
        {checking.judged === undefined ? '' : announcement(checking.judged.verdict, subjects[desk.drawing.language])}
      </output>
    </div>
  )
}

/** What a verdict speaks of stands in the pane: the answer that was judged is run there too, where it can be. */
function useRunWhenJudged({ judged }: Checking, run: () => void): void {
  const follow = useEffectEvent(run)
  useEffect(() => {
    if (judged === undefined || judged.answer.kind !== 'text') return
    const tone = toneOf(judged.verdict)
    if (tone === 'pass' || tone === 'close') follow()
  }, [judged])
}
