import type { MarkReport, MarksDifference } from '#grading/verdict.ts'
import { OutcomeLine } from './OutcomeLine.tsx'
import styles from './OutcomeLine.module.css'

const words: Readonly<Record<MarkReport['state'], string>> = {
  found: 'gone',
  missed: 'can still be read',
  half: 'a part can still be read',
  spoilt: 'is gone and may stay',
}

/** Piece by piece, line by line: what is gone, what is not, and what need not have been. */
export function MarksList({ difference }: { readonly difference: MarksDifference }) {
  const open = difference.pieces.filter(({ state }) => state !== 'found')
  return (
    <ul className={styles.list}>
      {open.map(({ line, from, text, label, state }) => (
        <OutcomeLine key={`${line} ${from}`} isRight={false}>
          <p>
            Line {line + 1}: <code>{text}</code>
          </p>
          <p className={styles.why}>
            {label === undefined ? '' : `${label}: `}
            {words[state]}
          </p>
        </OutcomeLine>
      ))}
    </ul>
  )
}
