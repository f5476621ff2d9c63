import { Chart } from '#ui/chart/Chart.tsx'
import { Button } from '#ui/kit/Button.tsx'
import { EmptyState } from '#ui/kit/EmptyState.tsx'
import type { QueryRun } from '../use-query.ts'
import { countedBy } from './counted.ts'

const EXAMPLE = '| stats count(*) as events by bin(5m)'

/** What a query counted, drawn; otherwise how to count something. */
export function ChartTab({ run, onInsert }: { readonly run: QueryRun | undefined; onInsert?(text: string): void }) {
  const { charts, by } = run ? countedBy(run.question.query, run.rows) : { charts: [], by: 'nothing' }
  if (charts.length > 0) return charts.map((chart) => <Chart key={chart.title} {...chart} />)
  if (by !== 'nothing') return <NoNumber />
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

const NoNumber = () => (
  <EmptyState title="There is no number to draw">The query counts, and no row came out of it with a number in a counted column.</EmptyState>
)
