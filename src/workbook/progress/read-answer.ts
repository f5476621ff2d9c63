import { claimConsoles, claimParts, type Answer, type JournalEntry, type LineMark } from '#grading/exercise.ts'
import type { Dimension } from '#lib/metric/dimensions.ts'
import { comparisonOperators, missingDataTreatments, type AlarmState, type MetricAlarm } from '#lib/alarm/alarm.ts'
import type { Dimensions } from '#lib/metric/metric.ts'
import type { Panel, PanelTarget, PanelThreshold } from '#lib/panel.ts'

type Unknown = Readonly<Record<string, unknown>>

export const isObject = (value: unknown): value is Unknown => typeof value === 'object' && value !== null && !Array.isArray(value)
const isText = (value: unknown): value is string => typeof value === 'string'
const isStrings = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every(isText)
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)
const isFlag = (value: unknown): value is boolean => typeof value === 'boolean'
const isState = (value: unknown): value is AlarmState => value === 'OK' || value === 'ALARM' || value === 'INSUFFICIENT_DATA'

/** An answer out of a storage or a file that anybody may have written to; undefined when it is not one. */
export function readAnswer(value: unknown): Answer | undefined {
  if (!isObject(value)) return undefined
  switch (value.kind) {
    case 'text':
      return isText(value.text) ? { kind: 'text', text: value.text } : undefined
    case 'lines':
      return isStrings(value.eventIds) ? { kind: 'lines', eventIds: value.eventIds } : undefined
    case 'construct':
      return isStrings(value.lines) ? { kind: 'construct', lines: value.lines } : undefined
    case 'alarm':
      return wrapped(readAlarm(value.alarm), (alarm) => ({ kind: 'alarm', alarm }))
    case 'panel':
      return wrapped(readPanel(value.panel), (panel) => ({ kind: 'panel', panel }))
    case 'states':
      return wrapped(readList(value.states, orNull(isState)), (states) => ({ kind: 'states', states }))
    case 'table':
      return value.table === null || isText(value.table) ? { kind: 'table', table: value.table } : undefined
    case 'marks':
      return wrapped(readList(value.marks, readMark), (marks) => ({ kind: 'marks', marks }))
    case 'claim':
      return readClaim(value)
    case 'choices':
      return wrapped(readList(value.choices, orNull(isText)), (choices) => ({ kind: 'choices', choices }))
    default:
      return undefined
  }
}

const wrapped = <Value>(value: Value | undefined, wrap: (value: Value) => Answer): Answer | undefined =>
  value === undefined ? undefined : wrap(value)

type Read<Value> = (value: unknown) => Value | undefined

const one =
  <Value>(is: (value: unknown) => value is Value): Read<Value> =>
  (value) =>
    is(value) ? value : undefined

const orNull =
  <Value>(is: (value: unknown) => value is Value): Read<Value | null> =>
  (value) =>
    value === null || is(value) ? value : undefined

/** All of a list, or nothing where one of it cannot be read. */
function readList<Value>(value: unknown, read: Read<Value>): readonly Value[] | undefined {
  if (!Array.isArray(value)) return undefined
  const items = value.map(read)
  return items.every((item) => item !== undefined) ? items : undefined
}

/** Members that can be read, each by its own rule; the others are left out. */
function readMembers(value: Unknown, readers: Readonly<Record<string, Read<unknown>>>): Unknown {
  const entries = Object.entries(readers).map(([name, read]) => [name, read(value[name])] as const)
  return Object.fromEntries(entries.filter(([, member]) => member !== undefined))
}

function readMark(value: unknown): LineMark | undefined {
  if (!isObject(value)) return undefined
  const { line, from, to } = value
  return isNumber(line) && isNumber(from) && isNumber(to) && from < to ? { line, from, to } : undefined
}

function readEntry(value: unknown): JournalEntry | undefined {
  if (!isObject(value) || !isObject(value.range)) return undefined
  const { text: asked, group, range } = value
  const console = claimConsoles.find((name) => name === value.console)
  const { start, end } = range
  if (console === undefined || !isText(asked) || !isNumber(start) || !isNumber(end)) return undefined
  return { console, text: asked, range: { start, end }, ...(isText(group) ? { group } : {}) }
}

function readClaim(value: Unknown): Answer | undefined {
  const journal = readList(value.journal, readEntry)
  const evidence = readList(value.evidence, number)
  if (!isObject(value.claim) || journal === undefined || evidence === undefined) return undefined
  const claim = readMembers(value.claim, Object.fromEntries(claimParts.map((part) => [part, text])))
  return { kind: 'claim', claim, journal, evidence }
}

function readDimension(value: unknown): Dimension | undefined {
  return isObject(value) && isText(value.Name) && isText(value.Value) ? { Name: value.Name, Value: value.Value } : undefined
}

const [text, number, flag, texts] = [one(isText), one(isNumber), one(isFlag), one(isStrings)]

const alarmMembers: Readonly<Record<string, Read<unknown>>> = {
  AlarmName: text,
  AlarmDescription: text,
  ActionsEnabled: flag,
  OKActions: texts,
  AlarmActions: texts,
  InsufficientDataActions: texts,
  Namespace: text,
  MetricName: text,
  Dimensions: (value) => readList(value, readDimension),
  Statistic: text,
  ExtendedStatistic: text,
  Unit: text,
  Period: number,
  EvaluationPeriods: number,
  DatapointsToAlarm: number,
  Threshold: number,
  TreatMissingData: (value) => missingDataTreatments.find((word) => word === value),
  EvaluateLowSampleCountPercentile: (value) => (value === 'evaluate' || value === 'ignore' ? value : undefined),
}

function readAlarm(value: unknown): MetricAlarm | undefined {
  if (!isObject(value)) return undefined
  const { EvaluationPeriods } = value
  const ComparisonOperator = comparisonOperators.find((word) => word === value.ComparisonOperator)
  if (!isNumber(EvaluationPeriods) || ComparisonOperator === undefined) return undefined
  return { ...readMembers(value, alarmMembers), EvaluationPeriods, ComparisonOperator }
}

function readTexts(value: unknown): Dimensions | undefined {
  return isObject(value) && Object.values(value).every(isText)
    ? Object.fromEntries(Object.entries(value).map(([k, v]) => [k, String(v)]))
    : undefined
}

function readTarget(value: unknown): PanelTarget | undefined {
  if (!isObject(value)) return undefined
  const { namespace, metricName, statistic, period, label } = value
  const dimensions = readTexts(value.dimensions)
  if (!isText(namespace) || !isText(metricName) || !isText(statistic) || !isNumber(period) || dimensions === undefined) return undefined
  return { namespace, metricName, dimensions, statistic, period, ...(isText(label) ? { label } : {}) }
}

function readThreshold(value: unknown): PanelThreshold | undefined {
  if (!isObject(value) || !isNumber(value.value)) return undefined
  return { value: value.value, ...(isText(value.color) ? { color: value.color } : {}) }
}

const panelMembers: Readonly<Record<string, Read<unknown>>> = {
  title: text,
  unit: text,
  axis: (value) => (isObject(value) ? readMembers(value, { min: number, max: number, label: text }) : undefined),
  legend: (value) =>
    isObject(value)
      ? readMembers(value, { show: flag, placement: (place) => (place === 'bottom' || place === 'right' ? place : undefined) })
      : undefined,
  thresholds: (value) => readList(value, readThreshold),
}

function readPanel(value: unknown): Panel | undefined {
  if (!isObject(value)) return undefined
  const targets = readList(value.targets, readTarget)
  return targets && { ...readMembers(value, panelMembers), targets }
}
