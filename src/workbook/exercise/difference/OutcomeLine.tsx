import IconAlertTriangle from '@tabler/icons-react/icons/IconAlertTriangle'
import IconCheck from '@tabler/icons-react/icons/IconCheck'
import type { ReactNode } from 'react'
import styles from './OutcomeLine.module.css'

/** One thing that was looked at: right or not, in a shape and a word. */
export function OutcomeLine({ isRight, children }: { readonly isRight: boolean; readonly children: ReactNode }) {
  const Icon = isRight ? IconCheck : IconAlertTriangle
  return (
    <li className={styles.line} data-right={isRight}>
      <Icon className={styles.icon} size={18} stroke={1.8} aria-hidden />
      <span className="visually-hidden">{isRight ? 'Right: ' : 'Not right: '}</span>
      <div className={styles.text}>{children}</div>
    </li>
  )
}
