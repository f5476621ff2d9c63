import { IconAlertTriangle, IconFileOff } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import styles from './EmptyState.module.css'

type EmptyStateProps = {
  readonly kind?: 'empty' | 'problem'
  readonly title: string
  readonly children?: ReactNode
  /** The one thing to do. */
  readonly action?: ReactNode
}

/** What would be here, why it is not, and what to do. */
export function EmptyState({ kind = 'empty', title, children, action }: EmptyStateProps) {
  const Icon = kind === 'problem' ? IconAlertTriangle : IconFileOff
  return (
    <div className={styles.state} data-kind={kind}>
      <Icon size={24} stroke={1.8} aria-hidden="true" className={styles.icon} />
      <p className={styles.title}>{title}</p>
      {children === undefined ? null : <div className={styles.text}>{children}</div>}
      {action}
    </div>
  )
}
