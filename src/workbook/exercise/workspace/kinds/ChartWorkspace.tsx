import { useState } from 'react'
import { countedBy, countedIn } from '#consoles/insights/chart/counted.ts'
import type { OfferedTable } from '#grading/exercise.ts'
import type { PaneResult } from '#ui/pane/pane-props.ts'
import { Chart } from '#ui/chart/Chart.tsx'
import type { ChartProps } from '#ui/chart/chart-series.ts'
import { Skeleton } from '#ui/kit/Progress.tsx'
import charts from '../Charts.module.css'
import { rowsOf } from '../offered-rows.ts'
import { useOfferedTables } from '../use-offered-tables.ts'
import styles from '../Workspace.module.css'
import type { WorkspaceProps } from '../workspace-props.ts'
import { TextWorkspace } from './TextWorkspace.tsx'

/** Write for a chart: the chart asked for stands beside the one the learner's query draws. */
export function ChartWorkspace(props: WorkspaceProps) {
  const offered = useOfferedTables(props)
  const [result, setResult] = useState<PaneResult>()
  const wanted = offered?.[0]
  return (
    <div className={styles.stack}>
      <div className={charts.pair}>
        <section aria-label="The chart to make">
          <h2>The chart to make</h2>
          {wanted === undefined ? <Skeleton rows={5} /> : <Charts charts={chartsOf(wanted)} />}
        </section>
        <section aria-label="Yours">
          <h2>Yours</h2>
          <Charts charts={result === undefined ? [] : countedBy(result.text, result.rows ?? []).charts} />
        </section>
      </div>
      <TextWorkspace {...props} onRan={setResult} />
    </div>
  )
}

const chartsOf = (table: OfferedTable): readonly ChartProps[] => countedIn(table.chart, rowsOf(table)).charts

function Charts({ charts: drawn }: { readonly charts: readonly ChartProps[] }) {
  if (drawn.length === 0) return <p className={charts.none}>Run a query that counts something, and its chart stands here.</p>
  return drawn.map((chart) => <Chart key={chart.title} {...chart} height={180} />)
}
