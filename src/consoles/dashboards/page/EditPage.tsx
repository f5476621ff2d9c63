import { IconChevronLeft } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { Panel } from '#lib/panel.ts'
import { Button } from '#ui/kit/Button.tsx'
import type { PlacedPanel } from '../file/dashboard-json.ts'
import { isTimeSeries, panelFromJson, panelToJson } from '../file/panel-json.ts'
import type { Json } from '../file/json.ts'
import { PanelEditor } from '../panel/PanelEditor.tsx'
import { Preview } from '../panel/Preview.tsx'
import type { PanelSurroundings } from './grid/PanelCard.tsx'
import { usePanelSeries } from './use-panel-series.ts'
import styles from '../GrafanaConsole.module.css'

type EditPageProps = Omit<PanelSurroundings, 'onDeed'> & {
  readonly placed: PlacedPanel
  onChange(json: Json): void
  onBack(): void
}

/** One panel with everything that makes it; what is changed is in the dashboard at once, and saved with it. */
export function EditPage({ placed, cloudwatch, metrics, range, reading, onChange, onBack }: EditPageProps) {
  const { json } = placed
  const [before] = useState(json)
  const panel = useMemo(() => panelFromJson(json, reading), [json, reading])
  const task = usePanelSeries(cloudwatch, panel, metrics, range)
  const isAligned = task.value?.series.length === panel.targets.length
  return (
    <div className={styles.edit}>
      <div className={styles.editHead}>
        <Button icon={<IconChevronLeft size={16} stroke={1.8} aria-hidden="true" />} onClick={onBack}>
          Back to the dashboard
        </Button>
        <h2 className={styles.editTitle}>Edit panel</h2>
        {json === before ? null : <Button onClick={() => onChange(before)}>Discard panel changes</Button>}
      </div>
      {isTimeSeries(json) ? (
        <div className={styles.editBody}>
          <Preview panel={panel} task={task} range={range} height={300} />
          <PanelEditor
            metrics={metrics}
            panel={panel}
            onPanelChange={(next: Panel) => onChange(panelToJson(json, next, panel))}
            asked={isAligned ? task.value : undefined}
          />
        </div>
      ) : (
        <p className={styles.alert}>Only time series panels can be edited here.</p>
      )}
    </div>
  )
}
