import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import styles from '../MetricQuery.module.css'

type FieldProps = {
  readonly label: string
  readonly problem?: string | undefined
  readonly note?: string | undefined
  /** Of what is said under the control, for its `aria-describedby`. */
  readonly id?: string
  readonly isLabelHidden?: boolean
  readonly children: ReactNode
}

/** A control under its name, and under it what is wrong with it or worth knowing. */
export function Field({ label, problem, note, id, isLabelHidden = false, children }: FieldProps) {
  return (
    <div className={styles.field}>
      {isLabelHidden ? null : (
        <span className={styles.label} aria-hidden="true">
          {label}
        </span>
      )}
      {children}
      {problem === undefined && note === undefined ? null : (
        <p id={id} className={problem === undefined ? styles.note : styles.problem}>
          {problem === undefined ? null : <IconAlertTriangle size={16} stroke={1.8} aria-hidden="true" />}
          <span>{problem ?? note}</span>
        </p>
      )}
    </div>
  )
}
