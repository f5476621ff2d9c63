import type { TextRange } from '#lib/text/text-range.ts'
import type { MarkReport } from '#grading/verdict.ts'
import { isMarked } from './marked-words.ts'
import styles from './Redact.module.css'
import type { Marking } from './use-marking.ts'

type RedactedLineProps = {
  readonly text: string
  readonly line: number
  readonly words: readonly TextRange[]
  readonly marking: Marking
  /** What the check said of pieces of this line. */
  readonly reports: readonly MarkReport[]
}

const said: Readonly<Record<MarkReport['state'], string>> = {
  found: 'rightly marked',
  missed: 'still readable',
  half: 'partly readable',
  spoilt: 'may stay',
}

/** A line of a log whose words are buttons; what stands between two marked words is marked with them. */
export function RedactedLine({ text, line, words, marking, reports }: RedactedLineProps) {
  return (
    <code className={styles.line}>
      {words.map((range, word) => {
        const before = words[word - 1]?.to ?? 0
        const isOn = isMarked(marking.marks, line, range)
        const isJoined = isOn && word > 0 && isMarked(marking.marks, line, { from: before, to: range.to })
        const report = reports.find(({ from, to }) => range.from < to && range.to > from)
        const at = { line, word }
        const piece = text.slice(range.from, range.to)
        return (
          <span key={range.from}>
            <span data-marked={isJoined || undefined} className={styles.between}>
              {text.slice(before, range.from)}
            </span>
            <button
              type="button"
              className={styles.word}
              data-word={`${line} ${word}`}
              data-state={report?.state}
              aria-pressed={isOn}
              aria-label={report === undefined ? piece : `${piece}, ${said[report.state]}`}
              tabIndex={marking.tabIndex(at)}
              onFocus={() => marking.onFocus(at)}
              onClick={(event) => marking.toggle(at, event.detail > 0)}
              onPointerDown={(event) => marking.onPointerDown(at, event)}
              onPointerEnter={(event) => marking.onPointerEnter(at, event)}
            >
              {piece}
            </button>
          </span>
        )
      })}
      {text.slice(words.at(-1)?.to ?? 0)}
    </code>
  )
}
