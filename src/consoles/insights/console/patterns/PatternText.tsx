import { piecesOf } from './found-pattern.ts'
import styles from './Patterns.module.css'

/** A pattern with the places that vary set off from what stays. */
export const PatternText = ({ text }: { readonly text: string }) => (
  <code className={styles.text}>
    {piecesOf(text).map((piece, at) =>
      piece.isToken ? (
        <span key={at} className={styles.token}>
          {piece.text}
        </span>
      ) : (
        piece.text
      ),
    )}
  </code>
)
