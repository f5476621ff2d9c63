import { IconChevronRight } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import type { TextRange } from '#lib/text/text-range.ts'
import type { Millis } from '#lib/time.ts'
import { useRoving } from '#ui/table/use-roving.ts'
import { formatTime } from '#ui/time-range/format-time.ts'
import { usePreferences } from '#ui/preferences.ts'
import { LogText } from './LogText.tsx'
import styles from './LogLines.module.css'

export type LogLine = {
  readonly id: string
  readonly timestamp?: Millis
  readonly message: string
  readonly isKept: boolean
  readonly marks?: readonly TextRange[]
}

type LogLinesProps = {
  readonly label: string
  readonly lines: readonly LogLine[]
  /** Dropped lines stand among the kept ones, which then carry a bar and the word. */
  readonly areBothShown?: boolean
  readonly hasTimes?: boolean
  /** Larger, for the back row. */
  readonly isForSlide?: boolean
  /** What an open line shows; no line opens without it. */
  detail?(line: LogLine): ReactNode
}

/** Log lines as they were written, matched pieces marked; one Tab stop, arrow keys between the lines. */
export function LogLines({ label, lines, areBothShown = false, hasTimes = false, isForSlide = false, detail }: LogLinesProps) {
  const { zone } = usePreferences()
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const roving = useRoving()
  const toggle = (id: string) => {
    const next = new Set(open)
    if (!next.delete(id)) next.add(id)
    setOpen(next)
  }
  return (
    // The keys walk among the buttons inside, which are what has the focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <ul className={styles.lines} aria-label={label} data-slide={isForSlide || undefined} onKeyDown={roving.onKeyDown}>
      {lines.map((line, at) => (
        <li key={line.id} className={styles.line} data-kept={areBothShown ? line.isKept : undefined}>
          <div className={styles.head}>
            {detail === undefined ? null : (
              <button
                type="button"
                data-row
                aria-expanded={open.has(line.id)}
                aria-label={`Event ${at + 1}`}
                className={styles.toggle}
                tabIndex={roving.tabIndex(at)}
                onFocus={() => roving.onFocus(at)}
                onClick={() => toggle(line.id)}
              >
                <IconChevronRight size={16} stroke={1.8} aria-hidden="true" />
              </button>
            )}
            {areBothShown ? <span className="visually-hidden">{line.isKept ? 'kept: ' : 'dropped: '}</span> : null}
            {hasTimes && line.timestamp !== undefined ? <time className={styles.time}>{formatTime(line.timestamp, zone)}</time> : null}
            <LogText
              text={line.message}
              {...(line.marks === undefined ? {} : { marks: line.marks })}
              looks={line.isKept ? 'mark' : 'near'}
            />
          </div>
          {open.has(line.id) && detail ? <div className={styles.detail}>{detail(line)}</div> : null}
        </li>
      ))}
    </ul>
  )
}
