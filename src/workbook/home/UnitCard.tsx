import IconCheck from '@tabler/icons-react/icons/IconCheck'
import type { ExerciseSummary, Unit } from '#grading/exercise.ts'
import { exercisePath } from '../course.ts'
import { hrefTo } from '../location.ts'
import type { ExerciseRecord } from '../progress/record.ts'
import type { Progress } from '../progress/store.ts'
import { beatOf, Beats, countDone } from './Beats.tsx'
import styles from './UnitCard.module.css'

type UnitCardProps = { readonly unit: Unit; readonly progress: Progress }

/** A unit: what it is about, how far you are, and every exercise by its title. */
export function UnitCard({ unit, progress }: UnitCardProps) {
  const here = progress.here?.exercise
  const isHere = unit.exercises.some(({ id }) => id === here)
  const minutes = unit.exercises.reduce((sum, exercise) => sum + exercise.minutes, 0)
  const done = countDone(unit.exercises, progress.records)
  return (
    <article className={isHere ? `${styles.card} ${styles.here}` : styles.card} aria-labelledby={`unit-${unit.slug}`}>
      <p className={styles.note}>
        {isHere && <strong>You are here</strong>}
        {isHere && ' · '}about {minutes} min
      </p>
      <h3 id={`unit-${unit.slug}`}>{unit.title}</h3>
      <p className={styles.sentence}>{unit.sentence}</p>
      <p className={styles.beats}>
        <Beats exercises={unit.exercises} records={progress.records} here={here} />
        <span>
          {done} of {unit.exercises.length}
          <span className="visually-hidden"> done</span>
        </span>
      </p>
      <ol className={styles.exercises}>
        {unit.exercises.map((exercise, index) => (
          <li key={exercise.id}>
            <ExerciseLink number={index + 1} exercise={exercise} record={progress.records.get(exercise.id)} isHere={exercise.id === here} />
          </li>
        ))}
      </ol>
    </article>
  )
}

type ExerciseLinkProps = {
  readonly number: number
  readonly exercise: ExerciseSummary
  readonly record: ExerciseRecord | undefined
  readonly isHere: boolean
}

const states = { alone: 'done', helped: 'done with help', here: 'you are here', open: undefined }

function ExerciseLink({ number, exercise, record, isHere }: ExerciseLinkProps) {
  const beat = beatOf(record, isHere)
  const state = states[beat]
  return (
    <a href={hrefTo(exercisePath(exercise.id))} className={styles.exercise}>
      <span className={`${styles.mark} ${styles[`mark-${beat}`]}`} aria-hidden>
        {beat === 'alone' || beat === 'helped' ? <IconCheck size={14} stroke={2.6} /> : number}
      </span>
      <span className={styles.title}>{exercise.title}</span>
      {state !== undefined && <span className="visually-hidden">, {state}</span>}
      <span className={styles.minutes}>{exercise.minutes} min</span>
    </a>
  )
}
