import { Button } from './Button.tsx'
import { formatCount } from './counts.ts'
import styles from './Progress.module.css'

type ProgressProps = {
  readonly done: number
  /** Absent where nobody can know it. */
  readonly total?: number
  /** `events`. */
  readonly unit: string
  onCancel(): void
}

/** A long wait in counts, and the way out of it. */
export function Progress({ done, total, unit, onCancel }: ProgressProps) {
  const text = total === undefined ? `${formatCount(done)} ${unit}` : `${formatCount(done)} of ${formatCount(total)} ${unit}`
  return (
    <div className={styles.progress}>
      <progress
        className={styles.bar}
        aria-label={text}
        max={total ?? 1}
        {...(total === undefined ? {} : { value: Math.min(done, total) })}
      />
      <span className={styles.text}>{text}</span>
      <Button size="small" onClick={onCancel}>
        Cancel
      </Button>
    </div>
  )
}

/** Grey rows in the shape of what comes. */
export function Skeleton({ rows }: { readonly rows: number }) {
  return (
    <div className={styles.skeleton} aria-hidden="true">
      {Array.from({ length: rows }, (_, at) => (
        <div key={at} className={styles.row} style={{ width: `${[92, 78, 85, 64, 88, 71][at % 6]}%` }} />
      ))}
    </div>
  )
}
