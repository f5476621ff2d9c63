import { useEffect, useMemo } from 'react'
import { createCloudWatchClient } from '#clients/cloudwatch.ts'
import { createGrafanaClient } from '#clients/grafana.ts'
import type { Panel } from '#lib/panel.ts'
import type { ConsoleProps } from '#ui/console/console-props.ts'
import { useMetrics } from '#ui/metric-query/use-metrics.ts'
import { newDashboard, withPanelAt } from './file/dashboard-json.ts'
import { isJson, type Json } from './file/json.ts'
import { newPanelJson, panelFromJson, panelToJson } from './file/panel-json.ts'
import { asWritten } from './file/target-json.ts'
import { DashboardList } from './page/DashboardList.tsx'
import { DashboardPage, NEW } from './page/DashboardPage.tsx'
import { leaveDraft } from './page/use-drafts.ts'
import styles from './GrafanaConsole.module.css'

/** Grafana over CloudWatch's api: dashboards as Grafana JSON, with time series panels that can be edited. */
export function GrafanaConsole(props: ConsoleProps) {
  const { transport, base, account, query, onQueryChange } = props
  const grafana = useMemo(() => createGrafanaClient({ transport, base, account }), [transport, base, account])
  const cloudwatch = useMemo(() => createCloudWatchClient({ transport, base, account }), [transport, base, account])
  const metrics = useMetrics(cloudwatch)
  const given = query.get('panel')
  const uid = query.get('uid')
  useEffect(() => {
    const panel = given === null ? undefined : readPanel(given)
    if (panel === undefined) return
    leaveDraft(account, NEW, dashboardAround(panel))
    onQueryChange({ panel: undefined, uid: NEW, edit: 'panels.0' })
  }, [given, account, onQueryChange])
  return (
    <div className={styles.console}>
      {uid === null || uid === '' ? (
        <DashboardList {...props} grafana={grafana} />
      ) : (
        <DashboardPage
          key={uid}
          {...props}
          uid={uid}
          grafana={grafana}
          cloudwatch={cloudwatch}
          metrics={metrics.task.value}
          reloadMetrics={metrics.reload}
        />
      )}
    </div>
  )
}

/** A panel as a link carries it; the link may be anybody's. */
function readPanel(text: string): Panel | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isJson(value) && Array.isArray(value.targets) && value.targets.every(isTarget) ? (value as Panel) : undefined
  } catch {
    return undefined
  }
}

const isTarget = (value: unknown): boolean =>
  isJson(value) &&
  typeof value.namespace === 'string' &&
  typeof value.metricName === 'string' &&
  isJson(value.dimensions) &&
  typeof value.statistic === 'string' &&
  typeof value.period === 'number'

function dashboardAround(panel: Panel): Json {
  const empty = newPanelJson(1, { x: 0, y: 0, w: 24, h: 10 })
  const json = panelToJson(empty, panel, panelFromJson(empty, asWritten))
  return withPanelAt({ ...newDashboard('New dashboard'), panels: [{}] }, ['panels', 0], json)
}
