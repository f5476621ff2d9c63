import { lazy, type ComponentType } from 'react'
import type { ConsoleProps } from '#ui/console/console-props.ts'

export type ConsoleEntry = {
  /** Below `#/consoles/`. */
  readonly path: string
  readonly title: string
  readonly product: 'CloudWatch' | 'Grafana'
  /** What one does there. */
  readonly says: string
  /** Files of one's own may be dropped onto it. */
  readonly takesLogs?: boolean
  readonly Console: ComponentType<ConsoleProps>
}

/** The full consoles, in the order they are listed in; each is loaded with its first page. */
export const consoles: readonly ConsoleEntry[] = [
  {
    path: 'cloudwatch/logs',
    title: 'Log groups',
    product: 'CloudWatch',
    says: 'Log groups and their streams, every event behind a filter bar, and the metric filters that count them.',
    takesLogs: true,
    Console: lazy(async () => ({ default: (await import('#consoles/logs/LogsConsole.tsx')).LogsConsole })),
  },
  {
    path: 'cloudwatch/insights',
    title: 'Logs Insights',
    product: 'CloudWatch',
    says: 'Queries over one log group or several, saved under a name, with their rows, charts and fields.',
    takesLogs: true,
    Console: lazy(async () => ({ default: (await import('#consoles/insights/InsightsConsole.tsx')).InsightsConsole })),
  },
  {
    path: 'cloudwatch/alarms',
    title: 'Alarms',
    product: 'CloudWatch',
    says: 'Alarms with their states, why each is in its state, their history, and the wizard that makes one.',
    Console: lazy(async () => ({ default: (await import('#consoles/alarms/AlarmsConsole.tsx')).AlarmsConsole })),
  },
  {
    path: 'cloudwatch/metrics',
    title: 'Metrics',
    product: 'CloudWatch',
    says: 'Every metric by namespace and dimension, graphed with a statistic, a period and an axis of its own.',
    Console: lazy(async () => ({ default: (await import('#consoles/metrics/MetricsConsole.tsx')).MetricsConsole })),
  },
  {
    path: 'grafana',
    title: 'Grafana',
    product: 'Grafana',
    says: 'Dashboards over CloudWatch’s metrics: panels to edit, variables, import and export of Grafana’s own files.',
    Console: lazy(async () => ({ default: (await import('#consoles/dashboards/GrafanaConsole.tsx')).GrafanaConsole })),
  },
]

/** The console a path belongs to: its own page, or one below it. */
export const consoleAt = (path: string): ConsoleEntry | undefined =>
  consoles.find((entry) => path === entry.path || path.startsWith(`${entry.path}/`))
