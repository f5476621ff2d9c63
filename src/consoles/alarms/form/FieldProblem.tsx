import { IconAlertTriangle } from '@tabler/icons-react'
import styles from './AlarmForm.module.css'

/** What is wrong with a field, under it. */
export function FieldProblem({ id, says }: { readonly id: string; readonly says: string | undefined }) {
  if (says === undefined) return null
  return (
    <p id={id} className={styles.problem}>
      <IconAlertTriangle size={16} stroke={1.8} aria-hidden="true" />
      <span>{says}</span>
    </p>
  )
}
