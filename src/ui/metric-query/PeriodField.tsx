import { useState } from 'react'
import { ComboField } from './inputs/ComboField.tsx'
import { formatPeriod, parsePeriod, periodProblem, PERIODS } from './period.ts'

type PeriodFieldProps = {
  /** Seconds. */
  readonly value: number
  onChange(period: number): void
  readonly problem?: string | undefined
  /** Where the product's wording differs, as Grafana's "Period". */
  readonly label?: string
  /** In seconds, in place of the usual ones. */
  readonly periods?: readonly number[]
  readonly isDisabled?: boolean
}

/** A period: one of the usual ones, or a length of time of one's own. */
export function PeriodField({ value, onChange, problem, label = 'Period', periods = PERIODS, isDisabled = false }: PeriodFieldProps) {
  const [unread, setUnread] = useState<{ readonly of: number; readonly text: string }>()
  const refused = unread?.of === value ? unread.text : undefined
  const commit = (text: string) => {
    const period = parsePeriod(text)
    setUnread(period === undefined ? { of: value, text } : undefined)
    if (period !== undefined && period !== value) onChange(period)
  }
  return (
    <ComboField
      label={label}
      value={refused ?? formatPeriod(value)}
      options={periods.map((period) => ({ id: formatPeriod(period) }))}
      onCommit={commit}
      problem={
        refused === undefined ? (periodProblem(value) ?? problem) : `expected a length of time such as 5 minutes, found "${refused}"`
      }
      none="A length of time may be typed: 120, 2 minutes, 3 h"
      isDisabled={isDisabled}
      size="narrow"
    />
  )
}
