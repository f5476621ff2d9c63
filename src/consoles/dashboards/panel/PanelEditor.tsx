import type { Panel } from '#lib/panel.ts'
import type { MetricIdentity } from '#lib/metric/metric.ts'
import type { FieldProblem } from '#ui/metric-query/MetricQueryFields.tsx'
import type { AskedSeries } from '#ui/metric-query/use-series.ts'
import { PanelOptions } from './PanelOptions.tsx'
import { QueryList } from './QueryList.tsx'
import styles from './PanelEditor.module.css'

type PanelEditorProps = {
  readonly metrics: readonly MetricIdentity[] | undefined
  readonly panel: Panel
  onPanelChange(panel: Panel): void
  readonly asked: AskedSeries | undefined
  readonly problems?: readonly FieldProblem[]
}

/** The fields of a time series panel: its queries at the left, everything else at the right. */
export function PanelEditor({ metrics, panel, onPanelChange, asked, problems = [] }: PanelEditorProps) {
  return (
    <div className={styles.editor}>
      <div className={styles.columns}>
        <div className={styles.part}>
          <h2 className={styles.heading}>Queries</h2>
          <QueryList
            metrics={metrics}
            targets={panel.targets}
            onChange={(targets) => onPanelChange({ ...panel, targets })}
            asked={asked}
            problems={problems}
          />
        </div>
        <div className={styles.part}>
          <h2 className={styles.heading}>Panel options</h2>
          <PanelOptions panel={panel} onChange={(change) => onPanelChange({ ...panel, ...change })} problems={problems} />
        </div>
      </div>
    </div>
  )
}
