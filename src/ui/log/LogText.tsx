import { Fragment, useState } from 'react'
import type { TextRange } from '#lib/text/text-range.ts'
import { formatBytes } from '#ui/kit/counts.ts'
import { breakablePieces } from './breakable.ts'
import { markedPieces } from './marked-pieces.ts'
import { visiblePieces } from './visible-text.ts'
import styles from './LogText.module.css'

/** Beyond this a line is folded: a browser lays out a line of 100 kB slowly, and nobody reads one by accident. */
const FOLD = 4000

type LogTextProps = {
  readonly text: string
  readonly marks?: readonly TextRange[]
  /** A dotted line: what another pattern would have matched. */
  readonly looks?: 'mark' | 'near'
}

const Breakable = ({ text }: { readonly text: string }) =>
  breakablePieces(text).map((piece, at) =>
    piece.isWhole ? (
      <span key={at} className={styles.whole}>
        {piece.text}
      </span>
    ) : (
      <Fragment key={at}>
        {at === 0 ? null : <wbr />}
        {piece.text}
      </Fragment>
    ),
  )

const Visible = ({ text }: { readonly text: string }) =>
  visiblePieces(text).map((piece, at) =>
    piece.isNamed ? (
      <span key={at} className={styles.named} title="a character that cannot be seen">
        {piece.text}
      </span>
    ) : (
      <Breakable key={at} text={piece.text} />
    ),
  )

/** Text out of a log, always as text: marked where it matched, invisible characters named, very long lines folded. */
export function LogText({ text, marks = [], looks = 'mark' }: LogTextProps) {
  const [isWhole, setIsWhole] = useState(false)
  const shown = isWhole || text.length <= FOLD * 1.25 ? text : text.slice(0, FOLD)
  return (
    <span className={styles.text}>
      {markedPieces(shown, marks).map((piece) =>
        piece.isMarked ? (
          <mark key={piece.from} className={styles[looks]}>
            <Visible text={piece.text} />
          </mark>
        ) : (
          <Visible key={piece.from} text={piece.text} />
        ),
      )}
      {shown === text ? null : (
        <button type="button" className={styles.more} onClick={() => setIsWhole(true)}>
          show all {formatBytes(text.length)}
        </button>
      )}
    </span>
  )
}
