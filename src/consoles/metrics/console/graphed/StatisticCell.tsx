import Autosuggest from '@cloudscape-design/components/autosuggest'
import FormField from '@cloudscape-design/components/form-field'
import { useState } from 'react'
import { statisticProblem, statisticSuggestions } from '#languages/statistic/index.ts'
import type { GraphRow } from '../graph.ts'

const options = statisticSuggestions.map(({ name, says }) => ({ value: name, description: says }))

/** A row's statistic: one of the usual, or any that CloudWatch knows. It is taken when it is whole. */
export function StatisticCell({ row, onChange }: { readonly row: GraphRow; onChange(statistic: string): void }) {
  const [typed, setTyped] = useState({ of: row.statistic, text: row.statistic })
  if (typed.of !== row.statistic) setTyped({ of: row.statistic, text: row.statistic })
  const problem = statisticProblem(typed.text)
  const change = (text: string) => {
    setTyped({ of: row.statistic, text })
    if (statisticProblem(text) === undefined && text !== row.statistic) onChange(text)
  }
  return (
    <FormField errorText={problem}>
      <Autosuggest
        ariaLabel={`Statistic of ${row.id}`}
        enteredTextLabel={(text) => `Use “${text}”`}
        value={typed.text}
        options={options}
        onChange={({ detail }) => change(detail.value)}
      />
    </FormField>
  )
}
