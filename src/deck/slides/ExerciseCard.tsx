import IconArrowRight from '@tabler/icons-react/icons/IconArrowRight'
import styles from './ExerciseCard.module.css'

type ExerciseCardProps = { readonly id: string; readonly title: string; readonly minutes: number; readonly isLink: boolean }

/** Opens an exercise of the workbook from a slide. */
export function ExerciseCard({ id, title, minutes, isLink }: ExerciseCardProps) {
  const inside = (
    <>
      <span className={styles.kicker}>Exercise{minutes > 0 && ` · about ${minutes} min`}</span>
      <span className={styles.title}>{title}</span>
      <span className={styles.open}>
        Open it <IconArrowRight size={22} stroke={1.8} aria-hidden />
      </span>
    </>
  )
  if (!isLink) return <div className={styles.card}>{inside}</div>
  return (
    <a className={styles.card} href={`#/exercises/${id}`}>
      {inside}
    </a>
  )
}
