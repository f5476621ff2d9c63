import type { Diagnostic } from '#lib/text/diagnostic.ts'
import type { TextRange } from '#lib/text/text-range.ts'
import styles from './VerdictPanel.module.css'

type DiagnosticListProps = {
  readonly diagnostics: readonly Diagnostic[]
  readonly text: string
  readonly onGo: (range: TextRange) => void
}

/** The first problem, with the way to it; the others folded. */
export function DiagnosticList({ diagnostics, text, onGo }: DiagnosticListProps) {
  const [first, ...rest] = diagnostics
  if (first === undefined) return null
  return (
    <>
      <Problem diagnostic={first} text={text} onGo={onGo} />
      {rest.length > 0 && (
        <details className={styles.details}>
          <summary>{rest.length === 1 ? 'One more problem' : `${rest.length} more problems`}</summary>
          {rest.map((diagnostic) => (
            <Problem key={`${diagnostic.from} ${diagnostic.code}`} diagnostic={diagnostic} text={text} onGo={onGo} />
          ))}
        </details>
      )}
    </>
  )
}

function Problem({
  diagnostic,
  text,
  onGo,
}: {
  readonly diagnostic: Diagnostic
  readonly text: string
  readonly onGo: (range: TextRange) => void
}) {
  const before = text.slice(0, diagnostic.from)
  const line = before.split('\n').length
  const column = diagnostic.from - before.lastIndexOf('\n')
  const where = text.includes('\n') ? `line ${line}, character ${column}` : `character ${column}`
  return (
    <div className={styles.problem}>
      <p>
        {diagnostic.message}
        {diagnostic.hint !== undefined && <span className={styles.hint}> {diagnostic.hint}</span>}
      </p>
      <button type="button" className={styles.go} onClick={() => onGo(diagnostic)}>
        Go to {where}
      </button>
    </div>
  )
}
