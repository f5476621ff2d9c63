import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react'
import type { Diagnostic } from '#lib/text/diagnostic.ts'
import { positionOf } from './highlight.ts'
import styles from './Problems.module.css'

type ProblemsProps = {
  readonly id: string
  readonly text: string
  readonly diagnostics: readonly Diagnostic[]
  onGo(diagnostic: Diagnostic): void
}

/** What is wrong with a text, one line each, and the way to the place. */
export function Problems({ id, text, diagnostics, onGo }: ProblemsProps) {
  const isOneLine = !text.includes('\n')
  return (
    <ul id={id} className={styles.problems} aria-label="Problems">
      {diagnostics.map((diagnostic, at) => {
        const { line, column } = positionOf(text, diagnostic.from)
        const Icon = diagnostic.severity === 'error' ? IconAlertTriangle : IconInfoCircle
        return (
          <li key={at} className={styles.problem} data-severity={diagnostic.severity}>
            <Icon size={18} stroke={1.8} aria-label={diagnostic.severity} />
            <span className={styles.text}>
              {diagnostic.message}
              {diagnostic.hint === undefined ? null : <span className={styles.hint}> {diagnostic.hint}</span>}
            </span>
            <button type="button" className={styles.go} onClick={() => onGo(diagnostic)}>
              Go to {isOneLine ? `character ${column}` : `line ${line}, ${column}`}
            </button>
          </li>
        )
      })}
    </ul>
  )
}
