import { useId, useState, type KeyboardEvent } from 'react'
import { Field } from './Field.tsx'
import styles from '../MetricQuery.module.css'

type TextFieldProps = {
  readonly label: string
  readonly value: string
  /** Comes when the field is left or Enter is pressed; with every key where `isLive`. */
  onCommit(text: string): void
  readonly isLive?: boolean
  readonly placeholder?: string
  readonly problem?: string | undefined
  readonly note?: string | undefined
  readonly isDisabled?: boolean
  readonly inputMode?: 'text' | 'decimal'
  readonly size?: 'narrow' | 'normal' | 'wide'
}

type Draft = { readonly of: string; readonly text: string }

/** A line of text under its name. */
export function TextField({ label, value, onCommit, isLive = false, placeholder, problem, note, ...look }: TextFieldProps) {
  const [draft, setDraft] = useState<Draft>()
  const id = useId()
  const text = draft?.of === value ? draft.text : value
  const commit = () => {
    setDraft(undefined)
    if (text !== value) onCommit(text)
  }
  const type = (typed: string) => {
    if (isLive) onCommit(typed)
    else setDraft({ of: value, text: typed })
  }
  const enter = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) commit()
  }
  return (
    <Field label={label} problem={problem} note={note} id={id}>
      <div
        className={styles.control}
        data-size={look.size ?? 'normal'}
        data-invalid={problem === undefined ? undefined : true}
        data-disabled={look.isDisabled || undefined}
      >
        <input
          className={styles.input}
          aria-label={label}
          aria-invalid={problem === undefined ? undefined : true}
          aria-describedby={problem === undefined && note === undefined ? undefined : id}
          value={text}
          placeholder={placeholder}
          disabled={look.isDisabled}
          inputMode={look.inputMode}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => type(event.target.value)}
          onBlur={commit}
          onKeyDown={enter}
        />
      </div>
    </Field>
  )
}
