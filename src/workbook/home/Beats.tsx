import type { ExerciseSummary } from '#grading/exercise.ts'
import type { ExerciseRecord } from '../progress/record.ts'
import styles from './Beats.module.css'

type BeatsProps = {
  readonly exercises: readonly ExerciseSummary[]
  readonly records: ReadonlyMap<string, ExerciseRecord>
  readonly here: string | undefined
}

export type Beat = 'open' | 'alone' | 'helped' | 'here'

export const beatOf = (record: ExerciseRecord | undefined, isHere: boolean): Beat => {
  if (record?.done !== undefined) return record.done.help ? 'helped' : 'alone'
  return isHere ? 'here' : 'open'
}

export const countDone = (exercises: readonly ExerciseSummary[], records: ReadonlyMap<string, ExerciseRecord>): number =>
  exercises.filter(({ id }) => records.get(id)?.done !== undefined).length

/** A row of small bars, one an exercise: filled is done alone, hatched done with help, outlined is here. The words beside it say the count. */
export function Beats({ exercises, records, here }: BeatsProps) {
  return (
    <span className={styles.beats} aria-hidden>
      {exercises.map(({ id }) => (
        <span key={id} className={`${styles.beat} ${styles[beatOf(records.get(id), id === here)]}`} />
      ))}
    </span>
  )
}
