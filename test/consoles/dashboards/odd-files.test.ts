import { expect, it } from 'vitest'
import { placedPanels, withNewPanel } from '#consoles/dashboards/file/dashboard-json.ts'
import { firstPanels, panelCount, sectionsOf } from '#consoles/dashboards/page/grid/sections.ts'

const panelAt = (gridPos: unknown) => ({ id: 1, type: 'timeseries', title: 'p', gridPos })

it.each([
  [
    { x: 0, y: 0, w: 1e9, h: 1e9 },
    { x: 0, y: 0, w: 24, h: 60 },
  ],
  [
    { x: -5, y: -1e9, w: 'x', h: null },
    { x: 0, y: 0, w: 24, h: 8 },
  ],
  [
    { x: 23, y: 1e300, w: 24, h: 0 },
    { x: 23, y: 10_000, w: 1, h: 1 },
  ],
  ['x', { x: 0, y: 0, w: 24, h: 8 }],
  [
    { x: 12, y: 9, w: 12, h: 9 },
    { x: 12, y: 9, w: 12, h: 9 },
  ],
])('a panel at %j is drawn within the page', (gridPos, place) => {
  expect(placedPanels({ panels: [panelAt(gridPos)] }).map((panel) => panel.place)).toEqual([place])
})

it('of a file of thousands of panels the first are drawn', () => {
  const panels = Array.from({ length: 3000 }, (_, at) => panelAt({ x: 0, y: at, w: 24, h: 1 }))
  const row = { ...panelAt({ x: 0, y: 50, w: 24, h: 1 }), type: 'row' }
  const sections = sectionsOf(placedPanels({ panels: [...panels.slice(0, 50), row, ...panels.slice(50)] }))
  expect([panelCount(sections), panelCount(firstPanels(sections, 60)), firstPanels(sections, 60).length]).toEqual([3000, 60, 2])
  expect(firstPanels(sections, 5000)).toEqual(sections)
})

it('another panel can be added to a file of very many', () => {
  const panels = Array.from({ length: 200_000 }, (_, at) => ({ id: at }))
  expect(withNewPanel({ panels }).key).toBe('panels.200000')
})
