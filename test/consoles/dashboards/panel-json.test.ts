import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { placedPanels, unwrapDashboard, withNewPanel, withoutPanel, withPanelAt } from '#consoles/dashboards/file/dashboard-json.ts'
import { jsonOf, listOf, type Json } from '#consoles/dashboards/file/json.ts'
import { isTimeSeries, letterOf, newPanelJson, panelFromJson, panelToJson } from '#consoles/dashboards/file/panel-json.ts'
import { asWritten } from '#consoles/dashboards/file/target-json.ts'

const shelf = new URL('../../../../shared/dashboards/', import.meta.url)

function realDashboards(): readonly (readonly [string, Json])[] {
  let names: readonly string[]
  try {
    names = readdirSync(shelf).filter((name) => name.endsWith('.json') && name !== 'index.json')
  } catch {
    return []
  }
  return names.map((name) => [name, jsonOf(JSON.parse(readFileSync(new URL(name, shelf), 'utf8')))])
}

const real: Json = {
  id: 7,
  type: 'timeseries',
  title: 'Latency',
  description: 'kept',
  fieldConfig: {
    defaults: {
      unit: 'ms',
      min: 0,
      custom: { axisLabel: '', lineWidth: 1, thresholdsStyle: { mode: 'off' } },
      thresholds: {
        mode: 'absolute',
        steps: [
          { color: 'green', value: null },
          { color: 'red', value: 80 },
        ],
      },
    },
    overrides: [{ matcher: { id: 'byName', options: 'x' }, properties: [] }],
  },
  options: { legend: { displayMode: 'table', placement: 'bottom', showLegend: true, calcs: ['mean'] } },
  targets: [
    {
      refId: 'A',
      alias: '{{metric}} {{QueueName}}',
      namespace: 'AWS/SQS',
      metricName: 'ApproximateAgeOfOldestMessage',
      dimensions: { QueueName: '$queue' },
      statistics: ['Maximum'],
      period: '$agg',
      region: '$region',
    },
    { refId: 'B', expr: 'up' },
    {
      refId: 'C',
      namespace: 'AWS/SQS',
      metricName: 'NumberOfMessagesSent',
      dimensions: { QueueName: ['orders'] },
      statistic: 'Sum',
      period: '300',
      matchExact: true,
    },
  ],
}

describe('a panel read from its file', () => {
  it('has the targets of CloudWatch, in today’s words', () => {
    expect(panelFromJson(real, asWritten)).toMatchObject({
      title: 'Latency',
      unit: 'ms',
      axis: { min: 0 },
      legend: { show: true, placement: 'bottom' },
      targets: [
        { dimensions: { QueueName: '$queue' }, statistic: 'Maximum', period: 60, label: "${PROP('MetricName')} ${PROP('Dim.QueueName')}" },
        { dimensions: { QueueName: 'orders' }, statistic: 'Sum', period: 300 },
      ],
    })
  })

  it('has no threshold that Grafana would not draw', () => {
    expect(panelFromJson(real, asWritten).thresholds).toBeUndefined()
  })

  it('reads the old graph panel', () => {
    const graph: Json = {
      type: 'graph',
      title: 'Old',
      yaxes: [{ format: 'ms', min: '0', max: null, label: 'wait' }],
      legend: { show: true, rightSide: true },
      thresholds: [{ value: 500, colorMode: 'critical', op: 'gt' }],
      targets: [],
    }
    expect(panelFromJson(graph, asWritten)).toEqual({
      title: 'Old',
      unit: 'ms',
      axis: { min: 0, label: 'wait' },
      legend: { show: true, placement: 'right' },
      thresholds: [{ value: 500, color: 'red' }],
      targets: [],
    })
  })
})

describe('a panel written back', () => {
  const read = panelFromJson(real, asWritten)

  it('changes only what was changed', () => {
    const [first, second] = read.targets
    if (first === undefined || second === undefined) throw new Error('cannot test: two targets were expected')
    const written = panelToJson(real, { ...read, unit: 's', targets: [{ ...first, statistic: 'p95' }, second] }, read)
    const { statistics: _, ...kept } = jsonOf(listOf(real.targets)[0])
    expect(written).toEqual({
      ...real,
      fieldConfig: { ...jsonOf(real.fieldConfig), defaults: { ...jsonOf(jsonOf(real.fieldConfig).defaults), unit: 's' } },
      targets: [{ ...kept, statistic: 'p95' }, listOf(real.targets)[1], listOf(real.targets)[2]],
    })
  })

  it('takes a target out, puts a new one in, and leaves what it never showed', () => {
    const fresh = { namespace: 'AWS/Lambda', metricName: 'Errors', dimensions: { FunctionName: 'load' }, statistic: 'Sum', period: 60 }
    const written = panelToJson(real, { ...read, targets: [...read.targets.slice(1), fresh] }, read)
    expect(listOf(written.targets).map((target) => [jsonOf(target).refId, jsonOf(target).metricName])).toEqual([
      ['C', 'NumberOfMessagesSent'],
      ['B', undefined],
      ['A', 'Errors'],
    ])
    expect(listOf(written.targets)[2]).toMatchObject({
      dimensions: { FunctionName: ['load'] },
      period: '60',
      matchExact: true,
      queryMode: 'Metrics',
      metricQueryType: 0,
      metricEditorMode: 0,
      expression: '',
    })
  })

  it('draws thresholds by the line, and stops drawing them without losing them', () => {
    const lined = panelToJson(real, { ...read, thresholds: [{ value: 1000 }, { value: 500, color: 'orange' }] }, read)
    expect(panelFromJson(lined, asWritten).thresholds).toEqual([
      { value: 500, color: 'orange' },
      { value: 1000, color: 'red' },
    ])
    expect(jsonOf(jsonOf(jsonOf(lined.fieldConfig).defaults).custom)).toMatchObject({ lineWidth: 1, thresholdsStyle: { mode: 'dashed' } })
    const { thresholds: __, ...without } = panelFromJson(lined, asWritten)
    expect(panelFromJson(panelToJson(lined, without, panelFromJson(lined, asWritten)), asWritten).thresholds).toBeUndefined()
  })

  it('says again what a panel made from nothing was given', () => {
    const panel = {
      title: 'Lambda durations',
      unit: 'ms',
      axis: { min: 0, max: 3000, label: 'p95' },
      legend: { show: false, placement: 'right' as const },
      thresholds: [{ value: 1000, color: 'red' }],
      targets: [
        {
          namespace: 'AWS/Lambda',
          metricName: 'Duration',
          dimensions: { FunctionName: 'load' },
          statistic: 'p95',
          period: 60,
          label: 'load',
        },
      ],
    }
    const empty = newPanelJson(1, {})
    const json = panelToJson(empty, panel, panelFromJson(empty, asWritten))
    const { targets, ...options } = panelFromJson(json, asWritten)
    expect(options).toEqual({ ...panel, targets: undefined })
    expect(targets).toMatchObject(panel.targets)
  })

  it('makes a time series of an old graph, and leaves its members', () => {
    const graph: Json = { type: 'graph', title: 'Old', yaxes: [{ format: 'ms', min: '0' }], seriesOverrides: [1], targets: [] }
    const old = panelFromJson(graph, asWritten)
    const written = panelToJson(graph, { ...old, title: 'New' }, old)
    expect(written).toMatchObject({ type: 'timeseries', title: 'New', seriesOverrides: [1], yaxes: [{ format: 'ms' }] })
    expect(panelFromJson(written, asWritten)).toMatchObject({ unit: 'ms', axis: { min: 0 } })
  })
})

describe('real dashboards', () => {
  it.each(realDashboards())('%s is the same after being read and written', (_, file) => {
    const dashboard = unwrapDashboard(file)
    if (dashboard === undefined) throw new Error('cannot test: this is no dashboard')
    const panels = placedPanels(dashboard)
    expect(panels.length).toBeGreaterThan(0)
    const written = panels.reduce((next, { path, json }) => {
      if (!isTimeSeries(json)) return next
      const read = panelFromJson(json, asWritten)
      return withPanelAt(next, path, panelToJson(json, { ...read, targets: [...read.targets] }, read))
    }, dashboard)
    expect(written).toEqual(dashboard)
  })

  it.each(realDashboards())('%s keeps every other panel when one is changed', (_, file) => {
    const dashboard = unwrapDashboard(file) ?? {}
    const changed = placedPanels(dashboard).find(({ json }) => isTimeSeries(json))
    if (changed === undefined) return
    const read = panelFromJson(changed.json, asWritten)
    const next = withPanelAt(dashboard, changed.path, panelToJson(changed.json, { ...read, title: 'another' }, read))
    const others = (one: Json) => placedPanels(one).filter(({ key }) => key !== changed.key && !changed.key.startsWith(`${key}.`))
    expect(others(next).map(({ json }) => json)).toEqual(others(dashboard).map(({ json }) => json))
    expect({ ...next, panels: 0, rows: 0 }).toEqual({ ...dashboard, panels: 0, rows: 0 })
  })
})

describe('a dashboard', () => {
  const dashboard: Json = {
    title: 'T',
    panels: [
      { id: 3, type: 'row', gridPos: { x: 0, y: 0, w: 24, h: 1 }, panels: [{ id: 4, type: 'text' }] },
      { id: 9, type: 'timeseries', gridPos: { x: 0, y: 1, w: 12, h: 8 } },
    ],
  }

  it('lists folded panels, and takes one out', () => {
    expect(placedPanels(dashboard).map(({ key, isFolded }) => [key, isFolded])).toEqual([
      ['panels.0', false],
      ['panels.0.panels.0', true],
      ['panels.1', false],
    ])
    const folded = placedPanels(dashboard)[1]
    expect(placedPanels(withoutPanel(dashboard, folded?.path ?? [])).map(({ key }) => key)).toEqual(['panels.0', 'panels.1'])
  })

  it('puts a new panel under the others, with a number of its own', () => {
    const { dashboard: next, key } = withNewPanel(dashboard)
    expect(placedPanels(next).find((panel) => panel.key === key)).toMatchObject({ json: { id: 10 }, place: { x: 0, y: 9, w: 12, h: 8 } })
  })

  it('takes it out of what an api answer wraps around it', () => {
    expect(unwrapDashboard({ dashboard: { title: 'T' }, meta: {} })).toEqual({ title: 'T' })
    expect(unwrapDashboard([1])).toBeUndefined()
    expect(unwrapDashboard({ any: 1 })).toBeUndefined()
  })

  it('letters targets past Z', () => {
    expect([0, 25, 26, 27, 52].map(letterOf)).toEqual(['A', 'Z', 'AA', 'AB', 'BA'])
  })
})
