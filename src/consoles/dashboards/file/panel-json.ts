import type { Panel, PanelThreshold } from '#lib/panel.ts'
import { at, isJson, jsonOf, listOf, numberOf, textOf, withAt, type Json } from './json.ts'
import { asWritten, targetFromJson, targetToJson, type JsonTarget, type Reading } from './target-json.ts'

/** A panel whose targets know their text in the file. */
export type JsonPanel = Omit<Panel, 'targets'> & { readonly targets: readonly JsonTarget[] }

/** `graph` is what Grafana called a time series before version 8. */
export const isTimeSeries = ({ type }: Json): boolean => type === 'timeseries' || type === 'graph'

/** A time series panel as the editor has it; what the editor does not know stays in the file. */
export function panelFromJson(json: Json, reading: Reading): JsonPanel {
  const targets = listOf(json.targets).flatMap((target) => targetFromJson(target, reading) ?? [])
  const title = textOf(json.title)
  const shared = { ...(title === undefined ? {} : { title: reading.fill(title) }), targets }
  return json.type === 'graph' ? { ...shared, ...graphOptions(json) } : { ...shared, ...options(json) }
}

function options(json: Json): Omit<JsonPanel, 'targets' | 'title'> {
  const defaults = jsonOf(at(json, 'fieldConfig', 'defaults'))
  const legend = jsonOf(at(json, 'options', 'legend'))
  const unit = textOf(defaults.unit)
  return {
    ...(unit === undefined ? {} : { unit }),
    ...axisOf(numberOf(defaults.min), numberOf(defaults.max), textOf(at(defaults, 'custom', 'axisLabel'))),
    legend: {
      show: legend.showLegend !== false && legend.displayMode !== 'hidden',
      placement: legend.placement === 'right' ? 'right' : 'bottom',
    },
    ...thresholdsOf(defaults),
  }
}

function axisOf(min: number | undefined, max: number | undefined, label: string | undefined): Pick<Panel, 'axis'> {
  const axis = {
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    ...(label === undefined || label === '' ? {} : { label }),
  }
  return Object.keys(axis).length === 0 ? {} : { axis }
}

/** Drawn ones only: every new panel of Grafana's has a step at 80 that nobody sees. */
function thresholdsOf(defaults: Json): Pick<Panel, 'thresholds'> {
  const style = textOf(at(defaults, 'custom', 'thresholdsStyle', 'mode')) ?? 'off'
  const isAbsolute = at(defaults, 'thresholds', 'mode') !== 'percentage'
  const steps = style === 'off' || !isAbsolute ? [] : listOf(at(defaults, 'thresholds', 'steps')).filter(isJson)
  const thresholds = steps.flatMap((step) => {
    const value = numberOf(step.value)
    const color = textOf(step.color)
    return value === undefined ? [] : [{ value, ...(color === undefined ? {} : { color }) }]
  })
  return thresholds.length === 0 ? {} : { thresholds }
}

/** What the old graph panel said elsewhere. */
function graphOptions(json: Json): Omit<JsonPanel, 'targets' | 'title'> {
  const left = jsonOf(listOf(json.yaxes)[0])
  const legend = jsonOf(json.legend)
  const thresholds = listOf(json.thresholds)
    .filter(isJson)
    .flatMap(({ value, colorMode, lineColor }): readonly PanelThreshold[] => {
      const number = numberOf(value)
      return number === undefined ? [] : [{ value: number, color: colorMode === 'custom' ? (textOf(lineColor) ?? 'red') : 'red' }]
    })
  const unit = textOf(left.format)
  return {
    ...(unit === undefined ? {} : { unit }),
    ...axisOf(numberOf(left.min), numberOf(left.max), textOf(left.label)),
    legend: { show: legend.show !== false, placement: legend.rightSide === true ? 'right' : 'bottom' },
    ...(thresholds.length === 0 ? {} : { thresholds }),
  }
}

const isSame = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right)

/** Writes what was changed since `read` into the panel's own text, and nothing else. */
export function panelToJson(json: Json, panel: JsonPanel, read: JsonPanel): Json {
  if (isSame(panel, read)) return json
  const before = json.type === 'graph' ? { targets: read.targets } : read
  const base: Json = json.type === 'graph' ? { ...json, type: 'timeseries' } : json
  const changes: readonly (readonly [readonly string[], unknown, unknown])[] = [
    [['title'], panel.title, read.title],
    [['fieldConfig', 'defaults', 'unit'], panel.unit, before.unit],
    [['fieldConfig', 'defaults', 'min'], panel.axis?.min, before.axis?.min],
    [['fieldConfig', 'defaults', 'max'], panel.axis?.max, before.axis?.max],
    [['fieldConfig', 'defaults', 'custom', 'axisLabel'], panel.axis?.label, before.axis?.label],
    [['options', 'legend', 'showLegend'], panel.legend?.show ?? true, before.legend?.show],
    [['options', 'legend', 'placement'], panel.legend?.placement ?? 'bottom', before.legend?.placement],
  ]
  const settled = changes.reduce<unknown>((next, [path, now, was]) => (isSame(now, was) ? next : withAt(next, path, now)), base)
  const shown = panel.legend?.show !== false && at(settled, 'options', 'legend', 'displayMode') === 'hidden'
  const legible = shown ? withAt(settled, ['options', 'legend', 'displayMode'], 'list') : settled
  const lined = isSame(panel.thresholds, before.thresholds) ? legible : withThresholds(legible, panel.thresholds ?? [])
  return jsonOf(isSame(panel.targets, read.targets) ? lined : withAt(lined, ['targets'], targetsToJson(json, panel.targets)))
}

function withThresholds(json: unknown, thresholds: readonly PanelThreshold[]): unknown {
  const defaults = at(json, 'fieldConfig', 'defaults')
  const mode = textOf(at(defaults, 'custom', 'thresholdsStyle', 'mode')) ?? 'off'
  const first = listOf(at(defaults, 'thresholds', 'steps'))
    .filter(isJson)
    .find(({ value }) => value === null || value === undefined)
  const steps = [
    first ?? { color: 'green', value: null },
    ...thresholds.toSorted((left, right) => left.value - right.value).map(({ value, color = 'red' }) => ({ color, value })),
  ]
  const styled = withAt(
    json,
    ['fieldConfig', 'defaults', 'custom', 'thresholdsStyle', 'mode'],
    thresholds.length === 0 ? 'off' : mode === 'off' ? 'dashed' : mode,
  )
  return withAt(
    withAt(styled, ['fieldConfig', 'defaults', 'thresholds', 'mode'], 'absolute'),
    ['fieldConfig', 'defaults', 'thresholds', 'steps'],
    steps,
  )
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** `A` to `Z`, then `AA`. */
export const letterOf = (place: number): string =>
  place < LETTERS.length ? (LETTERS[place] ?? '') : letterOf(Math.floor(place / LETTERS.length) - 1) + letterOf(place % LETTERS.length)

function freeLetter(taken: ReadonlySet<string>): string {
  for (let place = 0; ; place++) if (!taken.has(letterOf(place))) return letterOf(place)
}

/** The targets in their order; those the editor never showed keep their places. */
function targetsToJson(json: Json, targets: readonly JsonTarget[]): readonly unknown[] {
  const hidden = listOf(json.targets).flatMap((target, place) =>
    targetFromJson(target, asWritten) === undefined ? [{ target, place }] : [],
  )
  const taken = new Set(hidden.flatMap(({ target }) => textOf(at(target, 'refId')) ?? []))
  const written: unknown[] = targets.map((target) => {
    const own = textOf(target.json?.refId)
    const refId = own !== undefined && !taken.has(own) ? own : freeLetter(taken)
    taken.add(refId)
    return targetToJson(target, refId)
  })
  for (const { target, place } of hidden) written.splice(place, 0, target)
  return written
}

/** A new panel as Grafana begins one. */
export const newPanelJson = (id: number, gridPos: Json): Json => ({
  id,
  type: 'timeseries',
  title: 'New panel',
  datasource: { type: 'cloudwatch', uid: 'cloudwatch' },
  gridPos,
  fieldConfig: {
    defaults: {
      color: { mode: 'palette-classic' },
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
  targets: [],
})
