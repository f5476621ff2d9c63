import { useMemo, useState } from 'react'
import { createCloudWatchClient } from '#clients/cloudwatch.ts'
import type { Panel } from '#lib/panel.ts'
import type { TimeRange } from '#lib/time.ts'
import { countOf } from '#ui/kit/counts.ts'
import type { FieldProblem } from '#ui/metric-query/MetricQueryFields.tsx'
import { useMetrics } from '#ui/metric-query/use-metrics.ts'
import { queryProblem, useSeries, type AskedSeries } from '#ui/metric-query/use-series.ts'
import { rangeParameters } from '#ui/pane/full-console.ts'
import { PaneFrame } from '#ui/pane/PaneFrame.tsx'
import type { PaneProps } from '#ui/pane/pane-props.ts'
import type { Task } from '#ui/pane/use-task.ts'
import { TimeRangePicker } from '#ui/time-range/TimeRangePicker.tsx'
import { PanelEditor } from './panel/PanelEditor.tsx'
import { Preview } from './panel/Preview.tsx'

export type PanelPaneProps = Pick<
  PaneProps,
  'transport' | 'base' | 'account' | 'range' | 'variant' | 'actions' | 'onCheck' | 'aside' | 'origin'
> & {
  readonly panel: Panel
  onPanelChange(panel: Panel): void
  /** From a verdict: `unit`, `axis.min`, `legend`, `thresholds`, `targets.0.statistic`. */
  readonly problems?: readonly FieldProblem[]
  /** The panel is shown, not edited. */
  readonly locked?: boolean
}

/** One time series panel over CloudWatch's metrics: the picture, and every field that makes it. */
export function PanelPane(props: PanelPaneProps) {
  const { transport, base, account, range: whole, panel, onPanelChange, problems = [], variant, origin } = props
  const cloudwatch = useMemo(() => createCloudWatchClient({ transport, base, account }), [transport, base, account])
  const metrics = useMetrics(cloudwatch)
  const [range, setRange] = useState<TimeRange>(whole)
  const task = useSeries(cloudwatch, panel.targets, range)
  const parameters = { panel: JSON.stringify(panel), ...rangeParameters(range) }
  return (
    <PaneFrame
      title="Grafana time series panel"
      variant={variant}
      source={
        variant === 'slide' ? (
          <strong>{panel.title}</strong>
        ) : (
          <TimeRangePicker wholeName="The whole time" whole={whole} selected={range} onSelect={setRange} />
        )
      }
      aside={props.aside}
      fullConsole={{ console: 'grafana', origin, parameters }}
      editor={<Preview panel={panel} task={task} range={range} />}
      actions={props.actions}
      status={statusOf(panel, task)}
      isRunning={task.status === 'running'}
      onCheck={props.onCheck}
    >
      {variant === 'slide' || props.locked === true ? null : (
        <PanelEditor metrics={metrics.task.value} panel={panel} onPanelChange={onPanelChange} asked={task.value} problems={problems} />
      )}
    </PaneFrame>
  )
}

/** One line about what is drawn. */
function statusOf(panel: Panel, task: Task<AskedSeries>): string {
  if (panel.targets.length === 0) return 'No query yet'
  const wrong = panel.targets.filter((target) => queryProblem(target) !== undefined).length
  const points = (task.value?.series ?? []).reduce((sum, one) => sum + (one?.points.length ?? 0), 0)
  const drawn = `${countOf(panel.targets.length - wrong, 'line')} · ${countOf(points, 'datapoint')}`
  return wrong === 0 ? drawn : `${drawn} · ${countOf(wrong, 'query').replace('querys', 'queries')} not asked yet`
}
