import type { CodeToken } from '#lib/text/prose.ts'
import styles from './Prose.module.css'

/** Code with the colours it was given when the page was built; plain where it was given none. */
export function CodeBlock({ text, tokens }: { readonly text: string; readonly tokens?: readonly CodeToken[] | undefined }) {
  const pieces: readonly CodeToken[] = tokens ?? [{ text }]
  return (
    <pre className={styles.block}>
      <code>
        {pieces.map((piece, index) =>
          piece.style === undefined ? (
            piece.text
          ) : (
            <span key={index} className={styles[piece.style]}>
              {piece.text}
            </span>
          ),
        )}
      </code>
    </pre>
  )
}
