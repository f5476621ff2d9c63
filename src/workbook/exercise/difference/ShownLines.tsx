import type { ShownLine } from '#grading/verdict.ts'
import styles from './Lines.module.css'

/** Lines of a log that was not on screen, as they were written. */
export function ShownLines({ label, lines }: { readonly label: string; readonly lines: readonly ShownLine[] }) {
  if (lines.length === 0) return null
  return (
    <figure className={styles.figure}>
      <figcaption>{label}</figcaption>
      <ul className={styles.lines}>
        {lines.map((line) => (
          <li key={line.eventId}>
            <code>{line.message}</code>
          </li>
        ))}
      </ul>
    </figure>
  )
}
