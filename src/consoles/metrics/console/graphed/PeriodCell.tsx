import Autosuggest from '@cloudscape-design/components/autosuggest'
import FormField from '@cloudscape-design/components/form-field'
import { useState } from 'react'
import { formatPeriod, parsePeriod, periodProblem, PERIODS } from '#ui/metric-query/period.ts'
import type { GraphRow } from '../graph.ts'

const options = PERIODS.map((period) => ({ value: formatPeriod(period) }))

const problemOf = (text: string): string | undefined => {
  const period = parsePeriod(text)
  return period === undefined ? `expected a length of time such as 5 minutes, found "${text}"` : periodProblem(period)
}

/** A row's period: one of the console's, or a length of time of one's own. */
export function PeriodCell({ row, onChange }: { readonly row: GraphRow; onChange(period: number): void }) {
  const [typed, setTyped] = useState({ of: row.period, text: formatPeriod(row.period) })
  if (typed.of !== row.period) setTyped({ of: row.period, text: formatPeriod(row.period) })
  const change = (text: string) => {
    const period = parsePeriod(text)
    const isWhole = period !== undefined && problemOf(text) === undefined
    setTyped({ of: isWhole ? period : row.period, text })
    if (isWhole && period !== row.period) onChange(period)
  }
  return (
    <FormField errorText={problemOf(typed.text)}>
      <Autosuggest
        ariaLabel={`Period of ${row.id}`}
        enteredTextLabel={(text) => `Use “${text}”`}
        value={typed.text}
        options={options}
        onChange={({ detail }) => change(detail.value)}
      />
    </FormField>
  )
}
