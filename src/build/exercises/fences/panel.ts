import { parseStatistic } from '#lib/metric/statistic.ts'
import type { Panel, PanelTarget } from '#lib/panel.ts'
import { MapReader, readYaml, type Located } from '../../located-yaml.ts'
import type { Problem } from '../../prose.ts'
import type { Fence } from '../cut.ts'
import { defined } from './alarm.ts'

const members = ['title', 'targets', 'unit', 'axis', 'legend', 'thresholds'] as const
const targetMembers = ['namespace', 'metricName', 'dimensions', 'statistic', 'period', 'label'] as const

/** What a fence `panel` says. */
export function readPanel(fence: Fence, problems: Problem[]): Panel {
  const reader = new MapReader(readYaml(fence.text, fence.line + 1, problems), 'a panel', members, problems)
  return {
    targets: (reader.list('targets') ?? []).flatMap((item) => target(item, problems)),
    ...defined({
      title: reader.text('title'),
      unit: reader.word('unit'),
      axis: axis(reader, problems),
      legend: legend(reader, problems),
      thresholds: reader.list('thresholds')?.flatMap((item) => threshold(item, problems)),
    }),
  }
}

function target(item: Located, problems: Problem[]): readonly PanelTarget[] {
  if (item.kind !== 'map') {
    problems.push({ line: item.line, message: 'expected a target such as {namespace: AWS/Lambda, metricName: Duration, ...}' })
    return []
  }
  const reader = new MapReader(item, 'a target', targetMembers, problems)
  reader.require('namespace', 'metricName', 'statistic', 'period')
  const statistic = reader.word('statistic') ?? ''
  if (reader.has('statistic') && parseStatistic(statistic) === undefined)
    problems.push({
      line: reader.lineOf('statistic'),
      message: `"${statistic}" is no statistic; known are Average, Sum, p95, tm(10%:90%) and the like`,
    })
  const label = reader.text('label')
  return [
    {
      namespace: reader.text('namespace') ?? '',
      metricName: reader.text('metricName') ?? '',
      dimensions: dimensions(reader, problems),
      statistic,
      period: period(reader, problems),
      ...(label === undefined ? {} : { label }),
    },
  ]
}

/** `{FunctionName: load}`. */
export function dimensions(reader: MapReader, problems: Problem[]): Readonly<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const [name, { value, line }] of reader.child('dimensions')?.entries ?? []) {
    if (value.kind === 'scalar' && value.value !== null) found[name] = String(value.value)
    else problems.push({ line, message: `expected a text for the dimension "${name}"` })
  }
  return found
}

function period(reader: MapReader, problems: Problem[]): number {
  const seconds = reader.number('period') ?? 60
  const isKnown = [1, 5, 10, 20, 30].includes(seconds) || (seconds > 0 && seconds % 60 === 0)
  if (!isKnown)
    problems.push({
      line: reader.lineOf('period'),
      message: `expected 1, 5, 10, 20, 30 or a multiple of 60 for "period", found ${seconds}`,
    })
  return seconds
}

function axis(reader: MapReader, problems: Problem[]): Panel['axis'] {
  const map = reader.child('axis')
  if (map === undefined) return undefined
  const inner = new MapReader(map, 'axis', ['min', 'max', 'label'], problems)
  return defined({ min: inner.number('min'), max: inner.number('max'), label: inner.text('label') })
}

function legend(reader: MapReader, problems: Problem[]): Panel['legend'] {
  const map = reader.child('legend')
  if (map === undefined) return undefined
  const inner = new MapReader(map, 'legend', ['show', 'placement'], problems)
  const show = inner.oneOf('show', ['true', 'false'])
  return defined({ show: show === undefined ? undefined : show === 'true', placement: inner.oneOf('placement', ['bottom', 'right']) })
}

function threshold(item: Located, problems: Problem[]): readonly { readonly value: number; readonly color?: string }[] {
  if (item.kind !== 'map') {
    problems.push({ line: item.line, message: 'expected a threshold such as {value: 1000}' })
    return []
  }
  const reader = new MapReader(item, 'a threshold', ['value', 'color'], problems)
  reader.require('value')
  const [value, color] = [reader.number('value'), reader.text('color')]
  return value === undefined ? [] : [{ value, ...(color === undefined ? {} : { color }) }]
}
