import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import { useState, type ReactNode } from 'react'

type NumberInputProps = {
  readonly label: string
  readonly description?: ReactNode
  readonly value: number | undefined
  readonly problem: string | undefined
  onChange(value: number | undefined): void
}

/** A number as somebody types it: what is no number is said at the field, and stays to be mended. */
export function NumberInput({ label, description, value, problem, onChange }: NumberInputProps) {
  const [typed, setTyped] = useState({ value, text: value === undefined ? '' : String(value) })
  if (!Object.is(typed.value, value)) setTyped({ value, text: value === undefined ? '' : String(value) })
  const isWrong = typed.text.trim() !== '' && numberOf(typed.text) === undefined
  const change = (text: string) => {
    const next = numberOf(text)
    setTyped({ value: next, text })
    if (!Object.is(next, value)) onChange(next)
  }
  return (
    <FormField label={label} description={description} errorText={isWrong ? `expected a number, found "${typed.text}"` : problem}>
      <Input value={typed.text} inputMode="decimal" autoComplete="off" onChange={({ detail }) => change(detail.value)} />
    </FormField>
  )
}

const numberOf = (text: string): number | undefined => {
  const number = text.trim() === '' ? Number.NaN : Number(text)
  return Number.isFinite(number) ? number : undefined
}
