import type { Dimensions } from '#lib/metric/metric.ts'
import type { PanelTarget } from '#lib/panel.ts'
import { isJson, jsonOf, listOf, numberOf, textOf, type Json } from './json.ts'

/** A target with the file's own text behind it and how that was read: only what is changed is written back. */
export type JsonTarget = PanelTarget & { readonly json?: Json; readonly read?: PanelTarget }

/** How a file's text is read: variables filled in, and the period where the file leaves it to Grafana. */
export type Reading = { fill(text: string): string; readonly autoPeriod: number }

export const asWritten: Reading = { fill: (text) => text, autoPeriod: 60 }

/** A dimension that stands for several metrics. */
export const ANY = '*'
const AND = ', '

/** Whether a target asks CloudWatch for metrics in a way that the editor knows. */
function isMetricTarget(json: Json): boolean {
  const { queryMode, metricQueryType, metricEditorMode, expression, namespace, metricName } = json
  const isBuilder = (queryMode ?? 'Metrics') === 'Metrics' && !metricQueryType && !metricEditorMode && !expression
  return isBuilder && typeof namespace === 'string' && typeof metricName === 'string' && metricName !== ''
}

/** Reads a target, if it is one of CloudWatch's metrics that is shown. */
export function targetFromJson(value: unknown, reading: Reading): JsonTarget | undefined {
  if (!isJson(value) || value.hide === true || !isMetricTarget(value)) return undefined
  const read: PanelTarget = {
    namespace: reading.fill(textOf(value.namespace) ?? ''),
    metricName: reading.fill(textOf(value.metricName) ?? ''),
    dimensions: dimensionsOf(value.dimensions, reading),
    statistic: reading.fill(textOf(value.statistic) ?? textOf(listOf(value.statistics)[0]) ?? 'Average'),
    period: periodOf(value.period, reading),
    ...labelOf(value),
  }
  return { ...read, json: value, read }
}

/** A file has a dimension's value as a text or as a list of them. */
const dimensionsOf = (value: unknown, { fill }: Reading): Dimensions =>
  Object.fromEntries(
    Object.entries(jsonOf(value)).flatMap(([name, one]) => {
      const values = [one].flat().filter((text) => typeof text === 'string')
      return values.length === 0 ? [] : [[fill(name), values.map(fill).join(AND)]]
    }),
  )

const seconds: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 }

/** `300`, `"300"`, `"5m"`; empty, `auto` and what is no period leave it to the time range. */
function periodOf(value: unknown, { fill, autoPeriod }: Reading): number {
  const text = typeof value === 'string' ? fill(value) : value
  const found = typeof text === 'string' ? /^(\d+)([smhd])$/.exec(text) : null
  if (found !== null) return Number(found[1]) * (seconds[found[2] ?? 's'] ?? 1)
  return numberOf(text) ?? autoPeriod
}

const words: Readonly<Record<string, string>> = {
  label: 'LABEL',
  metric: "PROP('MetricName')",
  namespace: "PROP('Namespace')",
  period: "PROP('Period')",
  region: "PROP('Region')",
  stat: "PROP('Stat')",
}

/** A label, or the alias of older files in the words of today's. */
function labelOf({ label, alias }: Json): { readonly label?: string } {
  const given = textOf(label) ?? ''
  if (given !== '') return { label: given }
  const old = (textOf(alias) ?? '').replaceAll(/\{\{\s*(.+?)\s*\}\}/g, (_, name: string) => `\${${words[name] ?? `PROP('Dim.${name}')`}}`)
  return old === '' ? {} : { label: old }
}

const isSame = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right)

/** A target as the file has it: what was not changed since it was read stays to the letter. */
export function targetToJson(target: JsonTarget, refId: string): Json {
  const { json, read } = target
  if (json === undefined || read === undefined) return freshTarget(target, refId)
  const next: Record<string, unknown> = { ...json, refId }
  if (target.namespace !== read.namespace) next.namespace = target.namespace
  if (target.metricName !== read.metricName) next.metricName = target.metricName
  if (target.statistic !== read.statistic) {
    next.statistic = target.statistic
    delete next.statistics
  }
  if (target.period !== read.period) next.period = String(target.period)
  if ((target.label ?? '') !== (read.label ?? '')) next.label = target.label ?? ''
  if (!isSame(target.dimensions, read.dimensions))
    next.dimensions = dimensionsToJson(target.dimensions, read.dimensions, jsonOf(json.dimensions))
  return next
}

/** Values that are as they were read keep their own text. */
const dimensionsToJson = (now: Dimensions, read: Dimensions, json: Json): Json =>
  Object.fromEntries(Object.entries(now).map(([name, value]) => [name, value === read[name] && name in json ? json[name] : [value]]))

const freshTarget = ({ namespace, metricName, dimensions, statistic, period, label = '' }: PanelTarget, refId: string): Json => ({
  refId,
  datasource: { type: 'cloudwatch', uid: 'cloudwatch' },
  queryMode: 'Metrics',
  metricQueryType: 0,
  metricEditorMode: 0,
  region: 'default',
  namespace,
  metricName,
  dimensions: Object.fromEntries(Object.entries(dimensions).map(([name, value]) => [name, [value]])),
  matchExact: true,
  statistic,
  period: String(period),
  label,
  id: '',
  expression: '',
  sqlExpression: '',
})

/** The values a dimension stands for: one, several, or undefined for any. */
export const valuesOf = (value: string): readonly string[] | undefined => (value === ANY ? undefined : value.split(AND))
