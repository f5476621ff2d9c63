import IconArrowLeft from '@tabler/icons-react/icons/IconArrowLeft'
import IconArrowRight from '@tabler/icons-react/icons/IconArrowRight'
import { useEffect, useState } from 'react'
import controls from '#ui/theme/controls.module.css'
import { exercisePath, type Place } from '../../course.ts'
import { Beats, countDone } from '../../home/Beats.tsx'
import { hrefTo } from '../../location.ts'
import { useProgress } from '../../progress/use-progress.ts'
import type { Progress } from '../../progress/store.ts'
import styles from './UnitBar.module.css'

/** The slim bar at the foot: how far the unit is, whether the work is safe, and the way on. */
export function UnitBar({ place }: { readonly place: Place }) {
  const progress = useProgress()
  const { unit, summary, previous, next } = place
  const done = countDone(unit.exercises, progress.records)
  return (
    <footer className={styles.bar}>
      <div className={styles.beats}>
        <Beats exercises={unit.exercises} records={progress.records} here={summary.id} />
      </div>
      <p className={styles.count}>
        {done} of {unit.exercises.length} done<span> in this unit</span>
      </p>
      <Saved progress={progress} />
      <nav className={styles.ways} aria-label="Exercises">
        <a className={`${controls.button} ${controls.small}`} href={hrefTo(previous === undefined ? '/' : exercisePath(previous.id))}>
          <IconArrowLeft size={17} stroke={1.8} aria-hidden />
          Back
        </a>
        <a className={`${controls.button} ${controls.small}`} href={hrefTo(next === undefined ? '/' : exercisePath(next.id))}>
          {next === undefined ? 'To the units' : 'Next'}
          <IconArrowRight size={17} stroke={1.8} aria-hidden />
        </a>
      </nav>
    </footer>
  )
}

function Saved({ progress }: { readonly progress: Progress }) {
  const isFresh = useIsFresh(progress.savedAt)
  if (progress.keeping === 'memory') {
    return <output className={styles.unsafe}>This browser is not keeping your work: export it before you close the tab.</output>
  }
  return <p className={styles.saved}>{progress.savedAt === undefined ? '' : isFresh ? 'Saved a moment ago' : 'Saved'}</p>
}

/** A moment is a minute. */
function useIsFresh(savedAt: number | undefined): boolean {
  const [staleAt, setStaleAt] = useState<number>()
  useEffect(() => {
    const timer = setTimeout(() => setStaleAt(savedAt), 60_000)
    return () => clearTimeout(timer)
  }, [savedAt])
  return savedAt !== staleAt
}
