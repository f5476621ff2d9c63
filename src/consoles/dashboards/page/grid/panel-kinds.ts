import { at, isJson, listOf, textOf, type Json } from '../../file/json.ts'
import { isTimeSeries, type JsonPanel } from '../../file/panel-json.ts'

const names: Readonly<Record<string, string>> = {
  text: 'text panel',
  stat: 'stat panel',
  gauge: 'gauge',
  bargauge: 'bar gauge',
  table: 'table',
  'table-old': 'table',
  logs: 'logs panel',
  heatmap: 'heatmap',
  piechart: 'pie chart',
  barchart: 'bar chart',
  histogram: 'histogram',
  'state-timeline': 'state timeline',
  'status-history': 'status history',
  singlestat: 'single stat',
  alertlist: 'list of alerts',
  dashlist: 'list of dashboards',
  nodeGraph: 'node graph',
  geomap: 'map',
  traces: 'traces panel',
  news: 'news panel',
}

/** The data source of a panel or of its first query, as the file names it. */
function sourceOf(json: Json): string | undefined {
  const sources = [json.datasource, ...listOf(json.targets).map((target) => at(target, 'datasource'))]
  for (const source of sources) {
    const type = isJson(source) ? textOf(source.type) : textOf(source)
    if (type !== undefined && type !== '' && !type.startsWith('$')) return type
  }
  return undefined
}

/** What a panel is that is kept and not drawn; undefined for one that is drawn. */
export function keptKind(json: Json, panel: JsonPanel | undefined): string | undefined {
  if (!isTimeSeries(json)) {
    const type = textOf(json.type) ?? 'panel without a type'
    const known = names[type]
    return known === undefined ? `a panel of type “${type}”` : `a ${known}`
  }
  const targets = listOf(json.targets)
  if (targets.length === 0 || (panel?.targets.length ?? 0) > 0) return undefined
  const source = sourceOf(json)
  if (targets.every((target) => textOf(at(target, 'metricName')) === undefined))
    return `a time series of ${source ?? 'another data source'}`
  return 'a time series whose CloudWatch queries are expressions or hidden'
}
