import { classNames } from '#ui/kit/class-names.ts'
import { linesOf, type EditorPiece } from './highlight.ts'
import styles from './Editor.module.css'

type OverlayProps = { readonly pieces: readonly EditorPiece[]; readonly currentLine: number | undefined; readonly isNumbered: boolean }

/** The coloured copy of a text under its text area; each line carries its number, also where it wraps. */
export function Overlay({ pieces, currentLine, isNumbered }: OverlayProps) {
  return (
    <pre className={styles.overlay} aria-hidden="true">
      {linesOf(pieces).map((line, at) => (
        <div
          key={at}
          className={styles.line}
          data-number={isNumbered ? at + 1 : undefined}
          data-current={currentLine === at + 1 || undefined}
        >
          {line.map((piece) => (
            <span key={piece.from} className={classNames(piece.style && styles[piece.style], piece.severity && styles[piece.severity])}>
              {piece.text}
            </span>
          ))}
          {'\u200b'}
        </div>
      ))}
    </pre>
  )
}
