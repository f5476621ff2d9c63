import type { DashboardJson } from '#stores/dashboard-store.ts'

const datasource = { type: 'cloudwatch', uid: 'cloudwatch' }
const functions = ['orders-api', 'fulfil', 'extract', 'load', 'report']
const queues = ['orders', 'load']

type Row = {
  readonly namespace: string
  readonly metricName: string
  readonly dimension: string
  readonly names: readonly string[]
  readonly statistic: string
}

const targets = ({ namespace, metricName, dimension, names, statistic }: Row): readonly object[] =>
  names.map((name, at) => ({
    refId: String.fromCharCode(65 + at),
    datasource,
    queryMode: 'Metrics',
    metricQueryType: 0,
    metricEditorMode: 0,
    region: 'default',
    namespace,
    metricName,
    dimensions: { [dimension]: [name] },
    matchExact: true,
    statistic,
    period: '60',
    label: '',
    id: '',
    expression: '',
    sqlExpression: '',
  }))

const panel = (id: number, title: string, description: string, unit: string, row: Row): object => ({
  id,
  type: 'timeseries',
  title,
  description,
  datasource,
  gridPos: { x: ((id - 1) % 2) * 12, y: Math.floor((id - 1) / 2) * 9, w: 12, h: 9 },
  fieldConfig: {
    defaults: {
      color: { mode: 'palette-classic' },
      unit,
      min: 0,
      custom: {
        drawStyle: 'line',
        lineInterpolation: 'linear',
        lineWidth: 2,
        fillOpacity: 0,
        showPoints: 'auto',
        spanNulls: false,
        thresholdsStyle: { mode: 'off' },
      },
      mappings: [],
    },
    overrides: [],
  },
  options: {
    legend: { displayMode: 'list', placement: 'bottom', showLegend: true, calcs: [] },
    tooltip: { mode: 'multi', sort: 'none' },
  },
  targets: targets(row),
})

const lambda = { namespace: 'AWS/Lambda', dimension: 'FunctionName', names: functions }

/** What the company's Grafana shows before anybody has saved anything. */
export const companyDashboards: readonly DashboardJson[] = [
  {
    uid: 'brightside-overview',
    title: 'Brightside: functions and queues',
    tags: ['aws', 'brightside'],
    timezone: 'browser',
    editable: true,
    graphTooltip: 1,
    schemaVersion: 42,
    refresh: '',
    time: { from: 'now-1h', to: 'now' },
    timepicker: {},
    annotations: { list: [] },
    templating: { list: [] },
    links: [],
    panels: [
      panel(1, 'Lambda durations', 'The 95th percentile of each function, by the minute.', 'ms', {
        ...lambda,
        metricName: 'Duration',
        statistic: 'p95',
      }),
      panel(2, 'Lambda invocations', 'How often each function ran, by the minute.', 'short', {
        ...lambda,
        metricName: 'Invocations',
        statistic: 'Sum',
      }),
      panel(3, 'Lambda errors', 'Runs that ended in an error, by the minute.', 'short', {
        ...lambda,
        metricName: 'Errors',
        statistic: 'Sum',
      }),
      panel(4, 'Queue age', 'How long the oldest message has been waiting.', 's', {
        namespace: 'AWS/SQS',
        dimension: 'QueueName',
        names: queues,
        metricName: 'ApproximateAgeOfOldestMessage',
        statistic: 'Maximum',
      }),
    ],
  },
]
