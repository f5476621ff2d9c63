import { useState } from 'react'
import { TextField } from './TextField.tsx'

type NumberFieldProps = {
  readonly label: string
  readonly value: number | undefined
  /** Undefined where the field was emptied. */
  onChange(value: number | undefined): void
  readonly placeholder?: string
  readonly problem?: string | undefined
  readonly note?: string | undefined
  readonly isDisabled?: boolean
}

/** A figure under its name, or none; what is no number stays in the field, with a sentence. */
export function NumberField({ label, value, onChange, problem, ...rest }: NumberFieldProps) {
  const [unread, setUnread] = useState<{ readonly of: number | undefined; readonly text: string }>()
  const refused = unread !== undefined && unread.of === value ? unread.text : undefined
  const commit = (text: string) => {
    const number = text.trim() === '' ? undefined : Number(text.trim().replace(/[\s\u2009_]/g, ''))
    const isNumber = number === undefined || Number.isFinite(number)
    setUnread(isNumber ? undefined : { of: value, text })
    if (isNumber && number !== value) onChange(number)
  }
  return (
    <TextField
      label={label}
      value={refused ?? (value === undefined ? '' : String(value))}
      onCommit={commit}
      inputMode="decimal"
      size="narrow"
      problem={refused === undefined ? problem : `expected a number, found "${refused}"`}
      {...rest}
    />
  )
}
