import { IconChevronRight } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import styles from './Disclosure.module.css'

/** Something that opens in its own place. */
export function Disclosure({
  summary,
  isOpen,
  children,
}: {
  readonly summary: ReactNode
  readonly isOpen?: boolean
  readonly children: ReactNode
}) {
  return (
    <details className={styles.disclosure} open={isOpen}>
      <summary className={styles.summary}>
        <IconChevronRight className={styles.mark} size={16} stroke={1.8} aria-hidden="true" />
        {summary}
      </summary>
      {children}
    </details>
  )
}
