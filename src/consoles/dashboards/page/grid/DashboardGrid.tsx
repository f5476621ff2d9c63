import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { Button } from '#ui/kit/Button.tsx'
import { countOf } from '#ui/kit/counts.ts'
import { placedPanels } from '../../file/dashboard-json.ts'
import { textOf, type Json } from '../../file/json.ts'
import { PanelCard, type PanelSurroundings } from './PanelCard.tsx'
import { firstPanels, isFoldedRow, panelCount, sectionsOf, type Section } from './sections.ts'
import styles from './DashboardGrid.module.css'

/** Each asks for its metrics and draws them: a file of thousands would stop the page. */
const PANELS_AT_ONCE = 60

/** The panels of a dashboard on Grafana's grid of 24 columns, row by row. */
export function DashboardGrid({ dashboard, ...around }: PanelSurroundings & { readonly dashboard: Json }) {
  const sections = useMemo(() => sectionsOf(placedPanels(dashboard)), [dashboard])
  const [most, setMost] = useState(PANELS_AT_ONCE)
  const hidden = panelCount(sections) - most
  return (
    <div className={styles.sections}>
      {firstPanels(sections, most).map((section) => (
        <SectionGrid key={section.row?.key ?? 'first'} section={section} {...around} />
      ))}
      {hidden > 0 ? (
        <p className={styles.more}>
          {countOf(hidden, 'more panel')} not drawn yet.{' '}
          <Button size="small" onClick={() => setMost(most + PANELS_AT_ONCE)}>
            Draw more
          </Button>
        </p>
      ) : null}
    </div>
  )
}

function SectionGrid({ section, ...around }: PanelSurroundings & { readonly section: Section }) {
  const { row, panels, top } = section
  const [isOpen, setOpen] = useState(row === undefined || !isFoldedRow(row))
  const Mark = isOpen ? IconChevronDown : IconChevronRight
  return (
    <>
      {row === undefined ? null : (
        <h2 className={styles.row}>
          <button type="button" className={styles.rowToggle} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            <Mark size={18} stroke={1.8} aria-hidden="true" />
            {around.reading.fill(textOf(row.json.title) ?? '') || 'Row'}
            <span className={styles.rowCount}>{countOf(panels.length, 'panel')}</span>
          </button>
        </h2>
      )}
      {isOpen && panels.length > 0 ? (
        <div className={styles.grid}>
          {panels.map((placed) => (
            <PanelCard key={placed.key} placed={placed} top={top} {...around} />
          ))}
        </div>
      ) : null}
    </>
  )
}
