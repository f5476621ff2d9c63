import { lazy, Suspense } from 'react'
import type { ExerciseParts } from '../exercise-parts.ts'
import { Feedback } from './Feedback.tsx'
import { Help } from './Help.tsx'
import { Prompt } from './Prompt.tsx'
import styles from './PromptColumn.module.css'

const NightList = lazy(async () => ({ default: (await import('../nights/NightList.tsx')).NightList }))

/** The task; what the check said below it; the ways to get help at the foot, where nothing pushes them. */
export function PromptColumn(parts: ExerciseParts) {
  const { place, desk, nights, isNarrow } = parts
  return (
    <div className={styles.column}>
      <div className={styles.scroll}>
        <Prompt place={place} desk={desk} />
        {nights === undefined || !desk.ready ? null : (
          <Suspense>
            <NightList desk={desk} nights={nights} />
          </Suspense>
        )}
        {!isNarrow && <Feedback {...parts} />}
      </div>
      {!isNarrow && (
        <div className={styles.foot}>
          <Help {...parts} />
        </div>
      )}
    </div>
  )
}
