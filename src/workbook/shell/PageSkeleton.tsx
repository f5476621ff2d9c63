import styles from './PageSkeleton.module.css'

/** The shape of a page that is on its way; it stays invisible for the first tenth of a second. */
export function PageSkeleton() {
  return (
    <output className={styles.skeleton}>
      <span className="visually-hidden">Loading the page</span>
      <span className={styles.heading} />
      <span className={styles.line} />
      <span className={styles.line} />
      <span className={styles.card} />
    </output>
  )
}
