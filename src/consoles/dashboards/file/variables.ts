import { dimensionNamesOf, dimensionValuesOf, metricNamesOf, namespacesOf } from '#ui/metric-query/catalogue.ts'
import type { MetricIdentity } from '#lib/metric/metric.ts'
import { at, isJson, jsonOf, listOf, textOf, type Json } from './json.ts'
import { ANY } from './target-json.ts'

/** A variable of a dashboard, with what may be chosen for it. */
export type Variable = {
  readonly name: string
  readonly label: string
  readonly options: readonly string[]
  readonly value: string
  readonly isHidden: boolean
}

/** What is not the same from one account to another is one here. */
const REGION = 'default'
const SOURCE = 'CloudWatch'

/** `$name`, `${name}`, `${name:format}` and `[[name]]`; an unknown name stays as it is written. */
export const fillIn = (text: string, values: ReadonlyMap<string, string>): string =>
  text.replaceAll(/\$(\w+)|\$\{(\w+)(?::[^}]*)?\}|\[\[(\w+)(?::[^\]]*)?\]\]/g, (whole, plain?: string, braced?: string, old?: string) => {
    const name = plain ?? braced ?? old ?? ''
    return values.get(name) ?? whole
  })

/** The variables of a dashboard in their order: a later one's options may hang on an earlier one's value. */
export function variablesOf(dashboard: Json, metrics: readonly MetricIdentity[], chosen: ReadonlyMap<string, string>): readonly Variable[] {
  const values = new Map<string, string>()
  return listOf(at(dashboard, 'templating', 'list'))
    .filter(isJson)
    .flatMap((json): readonly Variable[] => {
      const name = textOf(json.name)
      if (name === undefined) return []
      const options = optionsOf(json, metrics, values)
      const value = valueOf(json, options, chosen.get(name))
      values.set(name, value)
      return [{ name, label: textOf(json.label) || name, options, value, isHidden: json.hide === 2 || options.length < 2 }]
    })
}

const split = (value: unknown): readonly string[] =>
  (textOf(value) ?? '')
    .split(',')
    .map((part) => part.trim().replace(/^.* : /, ''))
    .filter((part) => part !== '')

function optionsOf(json: Json, metrics: readonly MetricIdentity[], values: ReadonlyMap<string, string>): readonly string[] {
  const any = json.includeAll === true ? [textOf(json.allValue) || ANY] : []
  switch (json.type) {
    case 'query':
      return [...any, ...asked(json, metrics, values)]
    case 'interval':
      return [...(json.auto === true ? ['auto'] : []), ...split(json.query)]
    case 'custom':
      return [...any, ...split(json.query)]
    case 'datasource':
      return [SOURCE]
    default:
      return [textOf(json.query) ?? '']
  }
}

/** What a query of the CloudWatch data source lists: `dimension_values(...)` and the like, as a text or in members. */
function asked(json: Json, metrics: readonly MetricIdentity[], values: ReadonlyMap<string, string>): readonly string[] {
  const text = fillIn(textOf(json.query) ?? textOf(at(json, 'query', 'query')) ?? textOf(json.definition) ?? '', values)
  const call = /^\s*(\w+)\(([^{)]*)(?:,\s*(\{.*\}))?\s*\)\s*$/.exec(text)
  const members = jsonOf(json.query)
  if (call === null && members.queryType === undefined) return []
  const parts = (call?.[2] ?? '').split(',').map((part) => part.trim())
  const [, namespace = '', metricName = '', key = ''] =
    call === null ? ['', ...['namespace', 'metricName', 'dimensionKey'].map((member) => textOf(members[member]) ?? '')] : parts
  const kind = call?.[1] ?? (textOf(members.queryType) ?? '').replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  const filter = call === null ? jsonOf(members.dimensionFilters) : readFilter(call[3])
  const dimensions = Object.fromEntries(Object.entries(filter).map(([name, value]) => [name, fillIn(String(value), values)]))
  const fitting = Object.fromEntries(Object.entries(dimensions).filter(([, value]) => value !== ANY))
  if (kind === 'regions') return [REGION]
  if (kind === 'namespaces') return namespacesOf(metrics)
  if (kind === 'metrics') return metricNamesOf(metrics, parts[0] ?? namespace)
  if (kind === 'dimension_keys') return dimensionNamesOf(metrics, { namespace: parts[0] ?? namespace, metricName, dimensions: {} })
  return kind === 'dimension_values' ? dimensionValuesOf(metrics, { namespace, metricName, dimensions: fitting }, key) : []
}

function readFilter(text: string | undefined): Json {
  try {
    return jsonOf(JSON.parse(text ?? '{}'))
  } catch {
    return {}
  }
}

/** What was chosen, else what the file has, else the first there is. */
function valueOf(json: Json, options: readonly string[], chosen: string | undefined): string {
  const saved = [at(json, 'current', 'value')]
    .flat()
    .map((value) => (value === '$__auto' ? 'auto' : value === '$__all' ? textOf(json.allValue) || ANY : value))
  const wanted = [chosen, ...saved].find((value) => typeof value === 'string' && options.includes(value))
  return textOf(wanted) ?? options[0] ?? ''
}
