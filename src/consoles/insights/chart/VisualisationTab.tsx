import Box from '@cloudscape-design/components/box'
import SegmentedControl from '@cloudscape-design/components/segmented-control'
import { useMemo } from 'react'
import { Chart } from '#ui/chart/Chart.tsx'
import { asKind, chartChoices, chartKindFor, warningOf } from './chart-kinds.ts'
import { ChartTab } from './ChartTab.tsx'
import { countedBy } from './counted.ts'
import type { QueryRun } from '../use-query.ts'
import styles from './VisualisationTab.module.css'

type VisualisationTabProps = {
  readonly run: QueryRun | undefined
  /** The kind of chart the link asks for. */
  readonly wanted: string | null
  onKind(kind: string): void
  onInsert(text: string): void
}

/** What a query counted, as a line, layers, bars or a pie; a kind that its rows cannot be says why. */
export function VisualisationTab({ run, wanted, onKind, onInsert }: VisualisationTabProps) {
  const counted = useMemo(() => run && countedBy(run.question.query, run.rows), [run])
  if (counted === undefined || counted.charts.length === 0) return <ChartTab run={run} onInsert={onInsert} />
  const choices = chartChoices(counted)
  const kind = chartKindFor(wanted, choices)
  const closed = choices.filter(({ whyNot }) => whyNot !== undefined)
  const warning = kind && warningOf(kind, counted)
  return (
    <div className={styles.tab}>
      <SegmentedControl
        label="Kind of chart"
        selectedId={kind ?? null}
        options={choices.map((choice) => ({ id: choice.kind, text: choice.title, disabled: choice.whyNot !== undefined }))}
        onChange={({ detail }) => onKind(detail.selectedId)}
      />
      {[...new Set(closed.map(({ whyNot }) => whyNot))].map((why) => (
        <Box key={why} variant="p" color="text-body-secondary">
          {namesOf(closed.filter(({ whyNot }) => whyNot === why).map(({ title }) => title))}: {why}
        </Box>
      ))}
      {warning === undefined ? null : <Box variant="p">{warning}</Box>}
      {kind === undefined ? null : counted.charts.map((chart) => <Chart key={`${kind} ${chart.title}`} {...asKind(chart, kind)} />)}
    </div>
  )
}

const namesOf = (titles: readonly string[]): string => titles.map((title, at) => (at === 0 ? title : title.toLowerCase())).join(' and ')
