import { memo, useId } from 'react'
import { Select, type SelectOption } from '#ui/kit/Select.tsx'
import styles from './AlarmForm.module.css'
import { FieldProblem } from './FieldProblem.tsx'

type ChoiceFieldProps = {
  readonly label: string
  readonly options: readonly SelectOption[]
  readonly value: string
  onChange(id: string): void
  readonly problem?: string | undefined
}

/** One of a few, under its name. */
export const ChoiceField = memo(function ChoiceField({ label, options, value, onChange, problem }: ChoiceFieldProps) {
  const id = useId()
  return (
    <div className={styles.field}>
      <span className={styles.label} aria-hidden="true">
        {label}
      </span>
      <Select label={label} options={options} selected={value} onSelect={onChange} />
      <FieldProblem id={id} says={problem} />
    </div>
  )
})
