import styles from './WorkspaceSkeleton.module.css'

/** The shape of a pane whose world is still being made; unseen for a tenth of a second, with words from a second on. */
export function WorkspaceSkeleton({ words = 'Opening', part }: { readonly words?: string; readonly part?: number | undefined }) {
  return (
    <output className={styles.skeleton}>
      <span className={styles.words}>
        {words}
        {part !== undefined && `: ${Math.floor(part * 100)} of 100 parts`}
      </span>
      <span className={styles.bar} />
      <span className={styles.editor} />
      <span className={styles.bar} />
      {[92, 78, 85, 64, 88, 71].map((width) => (
        <span key={width} className={styles.row} style={{ width: `${width}%` }} />
      ))}
    </output>
  )
}
