import { memo, useId, useState, type ReactNode } from 'react'
import styles from './AlarmForm.module.css'
import { FieldProblem } from './FieldProblem.tsx'

type NumberFieldProps = {
  readonly label: string
  readonly value: number | undefined
  /** A text that is no number gives undefined; the text itself stays in the field. */
  onChange(value: number | undefined): void
  readonly problem?: string | undefined
  /** Behind the figure: `ms`. */
  readonly unit?: string | undefined
  /** The label stands elsewhere. */
  readonly isLabelHidden?: boolean
  readonly isWhole?: boolean
  /** What the holder keeps for a text that is no number. */
  readonly unread?: number
  readonly width?: number
  /** Stands behind the control in its line. */
  readonly children?: ReactNode
}

/** `1 000`, `1,000`, `1e3` and `0.5` are numbers; nothing, `10ms` and `∞` are not. */
export function readNumber(text: string): number | undefined {
  const plain = text
    .replaceAll(/[\s\u2009\u00a0]/g, '')
    .replace(/^(-?\d{1,3})((?:,\d{3})+)(?=\.|$)/, (_, head, rest) => head + rest.replaceAll(',', ''))
  if (!/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(plain)) return undefined
  const value = Number(plain)
  return Number.isFinite(value) ? value : undefined
}

function refusalOf(text: string, isWhole: boolean): string | undefined {
  if (text.trim() === '') return isWhole ? 'expected a whole number from 1, found nothing' : 'expected a number, found nothing'
  const value = readNumber(text)
  if (value === undefined) return `expected a finite number, found "${text.trim()}"`
  return isWhole && !Number.isInteger(value) ? `expected a whole number, found ${text.trim()}` : undefined
}

/** A number that is typed; what cannot be read stays as it was typed, with a sentence under it. */
export const NumberField = memo(function NumberField(props: NumberFieldProps) {
  const { label, value, onChange, problem, unit, isLabelHidden = false, isWhole = false, unread, width = 96, children } = props
  const id = useId()
  const [draft, setDraft] = useState<{ readonly of: number | undefined; readonly text: string }>()
  const isDraft = draft !== undefined && Object.is(draft.of, value)
  const text = isDraft ? draft.text : (value?.toString() ?? '')
  const said = (isDraft || value === undefined ? refusalOf(text, isWhole) : undefined) ?? problem
  const type = (typed: string) => {
    const refusal = refusalOf(typed, isWhole)
    const next = refusal === undefined ? readNumber(typed) : undefined
    setDraft({ of: next ?? unread, text: typed })
    onChange(next)
  }
  return (
    <div className={styles.field}>
      {isLabelHidden ? null : (
        <label className={styles.label} htmlFor={id}>
          {label}
        </label>
      )}
      <div className={styles.line}>
        <span className={styles.control} data-invalid={said === undefined ? undefined : true} style={{ width }}>
          <input
            id={id}
            className={styles.input}
            value={text}
            inputMode={isWhole ? 'numeric' : 'decimal'}
            autoComplete="off"
            spellCheck={false}
            aria-label={isLabelHidden ? label : undefined}
            aria-invalid={said === undefined ? undefined : true}
            aria-describedby={said === undefined ? undefined : `${id}-problem`}
            onChange={(event) => type(event.target.value)}
          />
          {unit === undefined ? null : <span className={styles.unit}>{unit}</span>}
        </span>
        {children}
      </div>
      <FieldProblem id={`${id}-problem`} says={said} />
    </div>
  )
})
