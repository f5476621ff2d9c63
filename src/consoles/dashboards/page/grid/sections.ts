import type { PlacedPanel } from '../../file/dashboard-json.ts'
import { listOf } from '../../file/json.ts'

/** What stands under one row's heading, or before the first. */
export type Section = { readonly row?: PlacedPanel; readonly panels: readonly PlacedPanel[]; readonly top: number }

const inOrder = (panels: readonly PlacedPanel[]): readonly PlacedPanel[] =>
  panels.toSorted((left, right) => left.place.y - right.place.y || left.place.x - right.place.x)

const sectionOf = (row: PlacedPanel | undefined, panels: readonly PlacedPanel[]): Section => ({
  ...(row === undefined ? {} : { row }),
  panels,
  top: panels.reduce((top, { place }) => Math.min(top, place.y), Infinity),
})

/** A folded row has its panels in itself, an open one those that follow it. */
export function sectionsOf(panels: readonly PlacedPanel[]): readonly Section[] {
  const sections: Section[] = []
  let row: PlacedPanel | undefined
  let under: PlacedPanel[] = []
  const close = () => {
    if (row !== undefined || under.length > 0) sections.push(sectionOf(row, under))
  }
  for (const panel of inOrder(panels.filter(({ isFolded }) => !isFolded))) {
    if (panel.json.type !== 'row') {
      under.push(panel)
      continue
    }
    close()
    row = panel
    under = panels.filter(({ key, isFolded }) => isFolded && key.startsWith(`${panel.key}.`))
  }
  close()
  return sections
}

/** The first sections with so many panels between them. */
export function firstPanels(sections: readonly Section[], most: number): readonly Section[] {
  const first: Section[] = []
  let left = most
  for (const section of sections) {
    if (left === 0) break
    const panels = section.panels.slice(0, left)
    first.push({ ...section, panels })
    left -= panels.length
  }
  return first
}

export const panelCount = (sections: readonly Section[]): number => sections.reduce((count, { panels }) => count + panels.length, 0)

/** Whether a row begins folded. */
export const isFoldedRow = ({ json }: PlacedPanel): boolean => json.collapsed === true || listOf(json.panels).length > 0
