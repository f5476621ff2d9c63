import { at, isJson, jsonOf, listOf, numberOf, textOf, withAt, type Json } from './json.ts'
import { newPanelJson } from './panel-json.ts'

export type Place = { readonly x: number; readonly y: number; readonly w: number; readonly h: number }

type Path = readonly (string | number)[]

/** A panel of a dashboard, and where in the file it stands. */
export type PlacedPanel = {
  /** `panels.3`: the same as long as nothing before it comes or goes. */
  readonly key: string
  readonly path: Path
  readonly json: Json
  readonly place: Place
  /** Children of a row that is folded. */
  readonly isFolded: boolean
}

const COLUMNS = 24
const HIGHEST = 60
const LOWEST = 10_000
const UNIT_HEIGHT = 38

/** What a file holds, taken out of what an export or an api answer wraps around it. */
export function unwrapDashboard(value: unknown): Json | undefined {
  if (!isJson(value)) return undefined
  if (isJson(value.dashboard)) return value.dashboard
  return Array.isArray(value.panels) || Array.isArray(value.rows) || typeof value.title === 'string' ? value : undefined
}

/** Every panel, rows too, in the order of the file; of old files with rows as well. */
export const placedPanels = (dashboard: Json): readonly PlacedPanel[] => [
  ...listOf(dashboard.panels).flatMap((panel, index) => placed(panel, ['panels', index])),
  ...oldRows(dashboard),
]

function placed(value: unknown, path: Path, isFolded = false): readonly PlacedPanel[] {
  if (!isJson(value)) return []
  const place = placeOf(jsonOf(value.gridPos), value.type === 'row' ? 1 : 8)
  const children = listOf(value.panels).flatMap((child, index) => placed(child, [...path, 'panels', index], true))
  return [{ key: path.join('.'), path, json: value, place, isFolded }, ...children]
}

/** Where a panel is drawn: a file may say anything, the page stays a page. */
function placeOf({ x, y, w, h }: Json, usualHeight: number): Place {
  const within = (value: unknown, usual: number, least: number, most: number): number =>
    Math.min(most, Math.max(least, Math.floor(numberOf(value) ?? usual)))
  const left = within(x, 0, 0, COLUMNS - 1)
  const width = within(w, COLUMNS, 1, COLUMNS - left)
  return { x: left, y: within(y, 0, 0, LOWEST), w: width, h: within(h, usualHeight, 1, HIGHEST) }
}

/** Before version 5 panels stood in rows of twelve parts. */
function oldRows(dashboard: Json): readonly PlacedPanel[] {
  let y = listOf(dashboard.panels).length === 0 ? 0 : 1000
  return listOf(dashboard.rows).flatMap((row, at) => {
    const height = Math.ceil((numberOf(String(jsonOf(row).height ?? '250').replace('px', '')) ?? 250) / UNIT_HEIGHT)
    let x = 0
    const panels = listOf(jsonOf(row).panels).flatMap((panel, index): readonly PlacedPanel[] => {
      if (!isJson(panel)) return []
      const w = Math.min(COLUMNS, (numberOf(panel.span) ?? 4) * 2)
      if (x + w > COLUMNS) {
        x = 0
        y += height
      }
      const path = ['rows', at, 'panels', index]
      const one = { key: path.join('.'), path, json: panel, place: { x, y, w, h: height }, isFolded: false }
      x += w
      return [one]
    })
    y += height
    return panels
  })
}

export const withPanelAt = (dashboard: Json, path: Path, panel: Json): Json => jsonOf(withAt(dashboard, path, panel))

export function withoutPanel(dashboard: Json, path: Path): Json {
  const index = path.at(-1)
  const list = path.slice(0, -1)
  const items = list.reduce<unknown>((value, name) => (typeof name === 'number' ? listOf(value)[name] : at(value, name)), dashboard)
  return jsonOf(
    withAt(
      dashboard,
      list,
      listOf(items).filter((_, place) => place !== index),
    ),
  )
}

const bottomOf = (panels: readonly PlacedPanel[]): number =>
  panels.reduce((bottom, { isFolded, place }) => (isFolded ? bottom : Math.max(bottom, place.y + place.h)), 0)

const freeId = (panels: readonly PlacedPanel[]): number => panels.reduce((most, { json }) => Math.max(most, numberOf(json.id) ?? 0), 0) + 1

/** A panel put under the others; `like` is copied where it is given. */
export function withNewPanel(dashboard: Json, like?: PlacedPanel): { readonly dashboard: Json; readonly key: string } {
  const panels = placedPanels(dashboard)
  const place = { x: 0, y: bottomOf(panels), w: like?.place.w ?? 12, h: like?.place.h ?? 8 }
  const id = freeId(panels)
  const panel = like === undefined ? newPanelJson(id, place) : { ...like.json, id, gridPos: place }
  const list = listOf(dashboard.panels)
  return { dashboard: { ...dashboard, panels: [...list, panel] }, key: `panels.${list.length}` }
}

export const newDashboard = (title: string): Json => ({
  id: null,
  uid: null,
  title,
  tags: [],
  timezone: 'browser',
  editable: true,
  graphTooltip: 0,
  schemaVersion: 42,
  version: 0,
  refresh: '',
  time: { from: 'now-30m', to: 'now' },
  timepicker: {},
  annotations: { list: [] },
  templating: { list: [] },
  links: [],
  panels: [],
})

export const titleOf = (dashboard: Json): string => textOf(dashboard.title) ?? 'Untitled'
