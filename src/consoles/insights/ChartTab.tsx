import { Chart } from '#ui/chart/Chart.tsx'
import { Button } from '#ui/kit/Button.tsx'
import { EmptyState } from '#ui/kit/EmptyState.tsx'
import { countedBy } from './counted.ts'
import type { QueryRun } from './use-query.ts'

const EXAMPLE = '| stats count(*) as events by bin(5m)'

/** What a query counted, drawn; otherwise how to count something. */
export function ChartTab({ run, onInsert }: { readonly run: QueryRun | undefined; onInsert?(text: string): void }) {
  const charts = run ? countedBy(run.question.query, run.rows) : []
  if (charts.length > 0) return charts.map((chart) => <Chart key={chart.title} {...chart} />)
  return (
    <EmptyState
      title="This query counts nothing yet"
      action={onInsert ? <Button onClick={() => onInsert(EXAMPLE)}>Add it to my query</Button> : undefined}
    >
      A chart shows what <code>stats</code> counts: over time with <code>bin</code>, else one bar for each key. For example{' '}
      <code>{EXAMPLE}</code>
    </EmptyState>
  )
}
